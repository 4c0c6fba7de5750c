import Evidence
import IngressNGINX
import Kubernetes

/// Reads manifests into a cluster.
func cluster(_ texts: String...) -> Cluster {
  var importer = Importer()
  for text in texts { importer.read(Array(text.utf8), file: "input.yaml") }
  return importer.cluster
}

/// An Ingress of the class nginx with one path.
func sample(
  _ name: String = "web", in namespace: String = "shop", className: String? = "nginx",
  annotations: [String: String] = [:], host: String = "a.example.com", path: String = "/"
) -> Ingress {
  let backend = IngressBackend.service(name: "web", port: .number(80))
  return Ingress(
    metadata: Metadata(
      name: name, namespace: namespace,
      annotations: annotations.sorted { $0.key < $1.key }.map {
        Annotation(key: $0.key, value: $0.value)
      }),
    className: className,
    rules: [
      IngressRule(host: host, paths: [IngressPath(path: path, type: .prefix, backend: backend)])
    ])
}

extension Cluster {
  /// A cluster of Ingresses alone.
  init(_ ingresses: Ingress...) {
    self.init()
    self.ingresses = ingresses
  }

  /// The same with the controller's ConfigMap.
  func with(_ settings: [String: String]) -> Cluster {
    var cluster = self
    let name = ControllerOptions().configMap
    cluster.configMaps[name] = ConfigMap(
      metadata: Metadata(name: name.name, namespace: name.namespace), data: entries(settings))
    return cluster
  }
}

/// Entries of a ConfigMap, in the order of their keys.
func entries(_ settings: [String: String]) -> [Annotation] {
  settings.sorted { $0.key < $1.key }.map { Annotation(key: $0.key, value: $0.value) }
}

extension Reading {
  /// What became of the only Ingress, for example `dropped`.
  var state: String {
    guard let state = ingresses.first?.state else { return "none" }
    return switch state {
    case .accepted: "accepted"
    case .denied: "denied"
    case .dropped: "dropped"
    case .ignored: "ignored"
    }
  }

  /// The codes of all findings but those about what the input does not hold.
  var codes: [String] {
    findings.map(\.rule.code).filter { !$0.hasSuffix("-not-in-input") }
  }
}
