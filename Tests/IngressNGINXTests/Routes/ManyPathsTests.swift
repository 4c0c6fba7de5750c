import IngressNGINX
import Kubernetes
import Routing
import Testing

/// Servers with many locations look them up in another way, which must not show.
@Suite("hosts with many paths")
struct ManyPathsTests {
  private func ingress(
    _ name: String, _ paths: [(String, String)], annotations: [String: String] = [:]
  ) -> Ingress {
    var ingress = sample(name, annotations: prefixed(annotations))
    ingress.rules[0].paths = paths.map { path, service in
      IngressPath(path: path, type: .prefix, backend: .service(name: service, port: .number(80)))
    }
    return ingress
  }

  @Test("keep the oldest of equal paths, replace the implicit one, and pair canaries")
  func lookUp() {
    let oldest = ingress("oldest", (0..<40).map { ("/p\($0)", "web\($0)") })
    let younger = ingress("younger", [("/p7", "other"), ("/", "root"), ("/", "late")])
    let canary = ingress(
      "canary", [("/p9", "new")], annotations: ["canary": "true", "canary-weight": "100"])
    let cluster = Cluster(oldest, younger, canary)
    func line(_ path: String) -> String {
      answer(cluster, Request(host: "a.example.com", target: path)).line
    }
    #expect(line("/p7") == "shop/web7:80 /p7")
    #expect(line("/p39/x") == "shop/web39:80 /p39/x")
    #expect(line("/else") == "shop/root:80 /else")
    #expect(line("/p9") == "shop/new:80 /p9")
    #expect(read(cluster).codes.filter { $0 == "path-overlaid" }.count == 2)
  }

  @Test("pair a canary catch-all with every primary of the default server")
  func catchAll() {
    var oldest = ingress("oldest", (0..<40).map { ("/p\($0)", "web\($0)") })
    oldest.rules[0].host = ""
    var canary = ingress(
      "canary", [], annotations: ["canary": "true", "canary-weight": "100"])
    canary.rules = []
    canary.defaultBackend = .service(name: "new", port: .number(80))
    for path in ["/p0", "/p39"] {
      let request = Request(host: "nobody.example.com", target: path)
      #expect(answer(Cluster(oldest, canary), request).line == "shop/new:80 \(path)")
    }
  }
}
