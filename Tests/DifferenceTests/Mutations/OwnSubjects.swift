extension MutationSubject {
  /// Small inputs that hold something for every kind of change.
  static let own: [MutationSubject] = [
    MutationSubject("canaries", canaries.text), MutationSubject("patterns", patterns.text),
    MutationSubject("secured", secured.text),
    MutationSubject("written by hand", byHand.text, gateway: handWritten),
  ]

  /// A cluster in few words: Ingresses, each younger than the one before, and their Services.
  private struct Sketch {
    var ingresses = ""
    var services: Set<String> = []
    var minute = 10

    /// Adds an Ingress; paths are `path service`, expressions where they hold more than letters.
    func with(
      _ host: String, _ paths: [String], _ annotations: String..., tls: String? = nil
    ) -> Sketch {
      var sketch = self
      sketch.minute += 1
      var lines = [
        "---", "apiVersion: networking.k8s.io/v1", "kind: Ingress",
        "metadata:", "  name: i\(sketch.minute)", "  namespace: shop",
        "  creationTimestamp: '2024-01-01T00:\(sketch.minute):00Z'", "  annotations:",
        "    note: x",
      ]
      lines += annotations.map { "    nginx.ingress.kubernetes.io/\($0)" }
      lines += ["spec:", "  ingressClassName: nginx"]
      lines += tls.map { ["  tls: [{hosts: ['\(host)'], secretName: \($0)}]"] } ?? []
      lines += ["  rules:", "  - host: '\(host)'", "    http:", "      paths:"]
      for path in paths {
        let words = path.split(separator: " ").map { String($0) }
        let type = words.count > 2 ? words[2] : "Prefix"
        lines.append(
          "      - {path: '\(words[0])', pathType: \(type), "
            + "backend: {service: {name: \(words[1]), port: {number: 80}}}}")
        sketch.services.insert(words[1])
      }
      sketch.ingresses += lines.joined(separator: "\n") + "\n"
      return sketch
    }

    var text: String {
      let services = services.sorted().map { name in
        """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: \(name), namespace: shop}
        spec: {ports: [{name: http, port: 80}, {name: other, port: 81}]}

        """
      }
      return ingresses + services.joined()
    }
  }

  private static let canaries = Sketch()
    .with("shop.test", ["/ web", "/api api", "/cart cart Exact"])
    .with(
      "shop.test", ["/ next"], "canary: 'true'", "canary-by-header: X-Try",
      "canary-by-cookie: try", "canary-weight: '30'"
    )
    .with("*.shop.test", ["/ other"])
    .with("pattern.test", ["/ plain"])
    .with(
      "pattern.test", ["/ beta"], "canary: 'true'", "canary-by-header: X-Try",
      "canary-by-header-pattern: '^v[0-9]+$'")

  private static let patterns = Sketch()
    .with(
      "regex.test",
      [
        "/a/[0-9]+$ web ImplementationSpecific", "/a.* api ImplementationSpecific",
        "/b(/|$)(.*) next ImplementationSpecific",
      ], "use-regex: 'true'"
    )
    .with("www.plain.test", ["/ web"], "from-to-www-redirect: 'true'")
    .with("root.test", ["/ web"], "app-root: /start")

  private static let secured = Sketch()
    .with("safe.test", ["/ web"], tls: "safe-tls")
    .with("open.test", ["/ api"], "ssl-redirect: 'false'", tls: "open-tls")

  private static let byHand = Sketch()
    .with("full.test", ["/old web"], "rewrite-target: /new")
    .with("cut.test", ["/v(/|$)(.*) api ImplementationSpecific"], "rewrite-target: /$2")
    .with("vhost.test", ["/ web"], "upstream-vhost: inner.test")
    .with("moved.test", ["/ web"], "permanent-redirect: 'https://new.test/there'")
    .with("plain.test", ["/ plain"])
    .with("sticky.test", ["/ sticky"], "affinity: cookie")
}
