import Evidence
import Kubernetes
import Routing

extension Configuration {
  /// Services and ports that are named and not there.
  var backendFindings: [Finding] {
    ingresses.flatMap { served -> [Finding] in
      var seen: Set<String> = []
      return served.ingress.serviceReferences.compactMap { reference in
        let key = upstreamName(served.namespace, reference.name, reference.port)
        guard seen.insert(key).inserted else { return nil }
        let service = services.service(ObjectName(served.namespace, reference.name))
        if let service, service.type == "ExternalName" {
          return externalFinding(served, reference, service)
        }
        guard upstreams[key]?.backend.state ?? .ready != .ready else { return nil }
        return finding(served, reference)
      }
    }
  }

  /// What is to be said of an ExternalName Service; nothing of a host that a ServiceEntry can name.
  private func externalFinding(
    _ served: ServedIngress, _ reference: ServiceReference, _ service: Service
  ) -> Finding? {
    let rule: Rule
    switch services.externalTarget(of: service) {
    case _ where options.disablesExternalName: rule = .externalNameDisabled
    case .refused: rule = .externalNameRefused
    case .unsayable: rule = .externalNameNotCarriedOver
    case .service(let name):
      let backend = services.externalBackend(service, reference.port)
      guard backend.state == .missing else { return nil }
      rule = services.service(name) == nil ? .serviceMissing : .servicePortMissing
    case .host:
      let backend = services.externalBackend(service, reference.port)
      guard backend.state == .missing else { return nil }
      rule = .servicePortMissing
    }
    return Finding(
      rule, of: served.ingress.reference, at: reference.place,
      message: "Service \(service.metadata.objectName) stands for \(service.externalName)")
  }

  private func finding(_ served: ServedIngress, _ reference: ServiceReference) -> Finding {
    let name = ObjectName(served.namespace, reference.name)
    if let standIn = services.standIn(of: served) {
      return Finding(
        .defaultBackendStandsIn, of: served.ingress.reference, at: reference.place,
        message: "Service \(standIn.namespace)/\(standIn.name) for \(name) port \(reference.port)")
    }
    let rule: Rule =
      switch (services.service(name), services.knowsServices) {
      case (.some, _) where isPortMissing(name, reference.port): .servicePortMissing
      case (.some, _): .serviceWithoutEndpoints
      case (.none, true): .serviceMissing
      case (.none, false): .servicePortUnresolved
      }
    return Finding(
      rule, of: served.ingress.reference, at: reference.place,
      message: "Service \(name) port \(reference.port)")
  }

  private func isPortMissing(_ name: ObjectName, _ port: ServicePortReference) -> Bool {
    services.backend(name, port).state == .missing
  }
}

/// A Service that an Ingress names.
private struct ServiceReference {
  var name: String
  var port: ServicePortReference
  var place: Place
}

extension Ingress {
  fileprivate var serviceReferences: [ServiceReference] {
    var references: [ServiceReference] = []
    if case .service(let name, let port) = defaultBackend {
      references.append(ServiceReference(name: name, port: port, place: metadata.place))
    }
    for path in rules.flatMap({ $0.paths ?? [] }) {
      guard case .service(let name, let port) = path.backend else { continue }
      references.append(ServiceReference(name: name, port: port, place: path.place))
    }
    return references
  }
}

extension Rule {
  static let serviceMissing = Rule(
    "service-missing", .warning, .changed,
    title: "The Service is not in the input",
    before: "Without the Service ingress-nginx answers 503.",
    after: "Istio answers 500 until the Service exists.",
    remedy: "Create the Service, or add it to the input if it exists.")
  static let servicePortMissing = Rule(
    "service-port-missing", .warning, .changed,
    title: "The Service has no such port",
    before: "ingress-nginx answers 503.",
    after: "Istio answers 500, or 404 where a named port leaves no number to route to.",
    remedy: "Name a port of the Service by number, name or target port.")
  static let serviceWithoutEndpoints = Rule(
    "service-without-endpoints", .note, .equivalent,
    title: "Nothing stands behind the Service",
    before: "ingress-nginx answers 503.",
    after: "Istio answers 503 as well.",
    remedy: "Deploy the backend, or remove the path.")
  static let defaultBackendStandsIn = Rule(
    "default-backend-stands-in", .note, .changed,
    title: "The default backend stands in for a Service for good",
    before:
      "ingress-nginx sends requests to the Service of default-backend while the path's own has "
      + "no endpoints.",
    after: "They send them there always.",
    remedy: "Migrate again when the path's own Service has endpoints.")
  static let externalNameNotCarriedOver = Rule(
    "external-name-not-carried-over", .error, .lost,
    title: "The Service is an ExternalName that no ServiceEntry can name",
    before: "ingress-nginx resolves the name, or takes it for an address, and forwards there.",
    after: "Istio answers 500 until a ServiceEntry makes the target known.",
    remedy: "Use the full DNS name, or give the address to a Service with EndpointSlices.")
  static let externalNameRefused = Rule(
    "external-name-refused", .warning, .changed,
    title: "The Service is an ExternalName for the controller's own machine",
    before: "ingress-nginx refuses localhost and its addresses, and answers 503.",
    after: "Istio answers 500.",
    remedy: "Remove the path, or point it at another Service.")
  static let externalNameDisabled = Rule(
    "external-name-disabled", .warning, .changed,
    title: "The Service is an ExternalName, and --disable-svc-external-name forbids those",
    before: "ingress-nginx answers 503.",
    after: "Istio answers 500 until a ServiceEntry names the host.",
    remedy: "Remove the path, or point it at another Service.")
  static let servicePortUnresolved = Rule(
    "service-port-unresolved", .error, .lost,
    title: "The port is a name and the Service is not in the input",
    before: "ingress-nginx looks the number up in the Service.",
    after: "A route needs the number; the path is not routed.",
    remedy: "Add the Service to the input.")
}
