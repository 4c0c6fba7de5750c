import Evidence
import GatewayWriter
import Routing
import YAMLText

/// A site of plain hosts for tests: each host with its routes, and the hosts that have certificates.
func site(_ hosts: [Host], secrets: [String: String] = [:]) -> Site {
  let entries = secrets.sorted { $0.key < $1.key }.map {
    CertificateTable.Entry(serverName: .exact($0.key), secret: $0.value)
  }
  return Site(
    reading: .ingressNGINX,
    listeners: [
      Listener(name: "http", port: 80, transport: .http, hosts: hosts),
      Listener(
        name: "https", port: 443,
        transport: .https(CertificateTable(entries: entries, fallback: "default")), hosts: hosts),
    ])
}

/// A host of an Ingress whose paths all lead to the Service `web` of its namespace.
func host(
  _ name: String, _ paths: [String], ingress: String = "web", namespace: String = "shop"
) -> Host {
  let object = ObjectReference(kind: "Ingress", namespace: namespace, name: ingress)
  let backend = Backend(namespace: namespace, name: "web", port: 80)
  return Host(
    pattern: .exact(name),
    routes: paths.map {
      Route(
        path: .prefix($0), destination: .forward(Choice(otherwise: Pool(backend))),
        origin: Origin(object: object, part: $0))
    }, origin: Origin(object: object))
}

/// What a site is written as.
func written(
  _ site: Site, _ options: WriteOptions = WriteOptions()
) -> (objects: [Emitted], findings: [Finding]) {
  var objects: [Emitted] = []
  let findings = write(site, options: options) { objects.append($0) }
  return (objects, findings.findings)
}

extension [Emitted] {
  /// The names of the objects of a kind, as `namespace/name`.
  func names(_ kind: String) -> [String] {
    filter { $0.reference.kind == kind }.map { "\($0.reference.namespace)/\($0.reference.name)" }
  }

  /// The trees of the objects of a kind.
  func bodies(_ kind: String) -> [Node] {
    filter { $0.reference.kind == kind }.map(\.body)
  }
}

extension Node {
  /// The items of a list below these keys.
  func items(_ keys: String...) -> [Node] {
    var node: Node? = self
    for key in keys { node = node?[key] }
    guard case .sequence(let items) = node?.content else { return [] }
    return items
  }

  /// The text below these keys.
  func text(_ keys: String...) -> String? {
    var node: Node? = self
    for key in keys { node = node?[key] }
    guard case .scalar(let scalar) = node?.content else { return nil }
    return scalar.text
  }
}
