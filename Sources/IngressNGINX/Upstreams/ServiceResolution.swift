import Evidence
import Kubernetes
import Routing

/// Finds the Service port and the endpoints behind a name and port (`serviceEndpoints`).
struct ServiceResolution: Sendable {
  private let services: [ObjectName: Service]
  /// Ready endpoints by Service, where the input has EndpointSlices for it.
  private let endpoints: [ObjectName: Int]

  /// Services of type ExternalName have no endpoints (`--disable-svc-external-name`).
  let disablesExternalName: Bool

  init(_ cluster: Cluster, _ options: ControllerOptions) {
    services = cluster.services
    disablesExternalName = options.disablesExternalName
    var endpoints: [ObjectName: Int] = [:]
    for slice in cluster.endpointSlices {
      let name = ObjectName(slice.metadata.namespace, slice.serviceName)
      endpoints[name, default: 0] += slice.readyEndpoints
    }
    self.endpoints = endpoints
  }

  /// Whether the input holds Services at all; if not, every named Service is taken to exist.
  var knowsServices: Bool { !services.isEmpty }

  /// The Service of this name, where the input holds it.
  func service(_ name: ObjectName) -> Service? { services[name] }

  /// How many endpoints are ready; nil where the input does not say.
  func endpoints(of name: ObjectName) -> Int? { endpoints[name] }

  /// Whether a Service has an address of its own, which headless and external ones have not
  /// (`getServiceClusterEndpoint`).
  func hasAddress(_ name: ObjectName) -> Bool {
    guard let service = services[name] else { return false }
    return service.type != "ExternalName" && service.clusterIP != "None"
  }

  /// The backend behind a reference: the port number of the first port of the Service whose
  /// number, target port or name is the reference.
  func backend(_ name: ObjectName, _ port: ServicePortReference) -> Backend {
    guard let service = services[name] else {
      return Backend(
        namespace: name.namespace, name: name.name, port: written(port),
        state: knowsServices ? .missing : assumed(port))
    }
    guard service.type != "ExternalName" else { return externalBackend(service, port) }
    let text = port.description
    let found = service.ports.first {
      String($0.port) == text || $0.targetPort.description == text || $0.name == text
    }
    guard let found else {
      return Backend(
        namespace: name.namespace, name: name.name, port: written(port), state: .missing)
    }
    return Backend(
      namespace: name.namespace, name: name.name, port: found.port,
      state: found.transport == "TCP" && (endpoints[name] ?? 1) > 0
        ? .ready : .empty)
  }

  /// A named port of a Service that the input does not hold cannot become a number.
  private func assumed(_ port: ServicePortReference) -> Backend.State {
    switch port {
    case .number: .ready
    case .name: .missing
    }
  }

  private func written(_ port: ServicePortReference) -> Int {
    switch port {
    case .number(let number): number
    case .name: 0
    }
  }

  /// The first port of a Service, as `--default-backend-service` and `default-backend` use it.
  func firstPort(of name: ObjectName) -> Backend? {
    guard let service = services[name] else { return nil }
    return service.ports.first.map { backend(name, .number($0.port)) }
  }

  /// The Service of the annotation `default-backend`, where it has endpoints.
  func standIn(of served: ServedIngress) -> Backend? {
    let service = served.settings.defaultBackend.service
    guard !service.isEmpty,
      let backend = firstPort(of: ObjectName(served.namespace, service)), backend.state == .ready
    else { return nil }
    return backend
  }
}
