/// The few words that tell one Ingress of a test from another.
struct IngressSketch: Sendable {
  /// One path of every host.
  struct Path: Sendable {
    var path: String
    var type: String
    var service: String
    var port: String

    init(_ path: String, _ service: String, type: String = "Prefix", port: String = "number: 80") {
      (self.path, self.type, self.service, self.port) = (path, type, service, port)
    }
  }

  var name: String
  var namespace = "shop"
  var hosts: [String]
  var paths: [Path]
  var annotations: [String] = []
  var tls: [String] = []
  var created: String?

  /// Sketches an Ingress with one path.
  init(_ name: String, _ hosts: String..., to service: String = "web", path: String = "/") {
    (self.name, self.hosts, self.paths) = (name, hosts, [Path(path, service)])
  }

  /// Sketches an Ingress with paths of its own.
  init(_ name: String, _ hosts: String..., paths: [Path]) {
    (self.name, self.hosts, self.paths) = (name, hosts, paths)
  }

  /// The same with annotations of ingress-nginx, each as `key: value` in YAML.
  func with(_ annotations: String...) -> IngressSketch {
    var sketch = self
    sketch.annotations += annotations.map { "nginx.ingress.kubernetes.io/\($0)" }
    return sketch
  }

  /// The same in another namespace.
  func within(_ namespace: String) -> IngressSketch {
    var sketch = self
    sketch.namespace = namespace
    return sketch
  }

  /// The same with a TLS entry for hosts.
  func secured(_ hosts: String..., by secret: String) -> IngressSketch {
    var sketch = self
    let names = hosts.map { "'\($0)'" }.joined(separator: ", ")
    sketch.tls.append("{hosts: [\(names)], secretName: \(secret)}")
    return sketch
  }

  /// The same, as old as `2024-01-01T00:00:00Z` plus some minutes.
  func created(minute: Int) -> IngressSketch {
    var sketch = self
    let (hour, minute) = minute.quotientAndRemainder(dividingBy: 60)
    sketch.created = "2024-01-01T\(Self.twoDigits(hour)):\(Self.twoDigits(minute)):00Z"
    return sketch
  }

  private static func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }
}

extension IngressSketch {
  /// The Ingress as a YAML document with its marker.
  var yaml: String {
    var lines = [
      "---", "apiVersion: networking.k8s.io/v1", "kind: Ingress", "metadata:", "  name: \(name)",
      "  namespace: \(namespace)", "  annotations: {\(annotations.joined(separator: ", "))}",
    ]
    if let created { lines.append("  creationTimestamp: \"\(created)\"") }
    lines += ["spec:", "  ingressClassName: nginx", "  tls: [\(tls.joined(separator: ", "))]"]
    lines.append("  rules:")
    for host in hosts { lines += rule(host) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func rule(_ host: String) -> [String] {
    ["  - host: '\(host)'", "    http:", "      paths:"] + paths.flatMap { $0.lines }
  }
}

extension IngressSketch.Path {
  fileprivate var lines: [String] {
    [
      "      - path: '\(path)'", "        pathType: \(type)",
      "        backend: {service: {name: \(service), port: {\(port)}}}",
    ]
  }
}
