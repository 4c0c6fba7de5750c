import Evidence
import IngressNGINX
import Kubernetes
import Testing

@Suite("deep inspection")
struct DeepInspectionTests {
  @Test(
    "drops Ingresses with text that could break out of the configuration",
    arguments: [
      ("/x", "accepted"), ("/alias", "accepted"), ("/roots", "accepted"),
      ("/ alias /etc;", "dropped"), ("/alias;", "dropped"), ("/aliased/a;b", "dropped"),
      ("/root\n/;", "dropped"), ("/;root", "accepted"), ("/ROOT;", "accepted"),
      ("/etc/passwd", "dropped"), ("/etc/shadow", "dropped"), ("/etc/groups", "dropped"),
      ("/etc/nginx/x", "dropped"), ("/etc/ingress-controller", "dropped"),
      ("/etc/hosts", "accepted"), ("/var/run/secrets", "dropped"),
      ("/var/run/secret", "accepted"), ("/content_by_lua_block", "dropped"),
      ("/by_lua", "accepted"),
    ])
  func paths(_ path: String, _ state: String) {
    #expect(read(Cluster(sample(path: path))).state == state)
    var options = ControllerOptions()
    options.inspectsDeeply = false
    #expect(read(Cluster(sample(path: path)), options: options).state == "accepted")
  }

  @Test("looks at hosts and at the TLS section, and says where")
  func fields() {
    let bad = "x;root/a;"
    var ofTLS = sample()
    ofTLS.tls = [
      IngressTLS(hosts: ["a"], secretName: ""), IngressTLS(hosts: ["a", bad], secretName: ""),
    ]
    var ofSecret = sample()
    ofSecret.tls = [IngressTLS(hosts: [], secretName: bad)]
    let fields = [sample(host: bad), sample(path: bad), ofTLS, ofSecret].map { ingress in
      read(Cluster(ingress)).findings.first { $0.rule.code == "ingress-dropped" }?.field
    }
    #expect(
      fields == [
        "spec.rules[0].host", "spec.rules[0].http.paths[0].path", "spec.tls[1].hosts[1]",
        "spec.tls[0].secretName",
      ])
  }

  @Test("comes after the class and before --disable-catch-all")
  func order() {
    var ingress = sample(path: "/etc/passwd")
    ingress.defaultBackend = .service(name: "web", port: .number(80))
    var options = ControllerOptions()
    options.disablesCatchAll = true
    #expect(read(Cluster(ingress), options: options).state == "dropped")
    ingress.className = "other"
    #expect(read(Cluster(ingress), options: options).state == "ignored")
  }
}
