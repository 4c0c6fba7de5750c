import Kubernetes
import Routing

extension ServiceResolution {
  /// What the name of an ExternalName Service stands for.
  enum ExternalTarget: Hashable {
    /// A Service of the cluster, by its DNS name.
    case service(ObjectName)
    /// A host outside, lower case and without a final dot.
    case host(String)
    /// An address, or a name that only the controller's own resolver knows.
    case unsayable
    /// The controller refuses it (`getEndpointsFromSlices`).
    case refused
  }

  /// What an ExternalName Service stands for.
  func externalTarget(of service: Service) -> ExternalTarget {
    var name = service.externalName.lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    guard name != "localhost", !name.hasPrefix("127."), name != "::1" else { return .refused }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if labels.count == 3 || labels.count == 5, labels[2] == "svc",
      labels.count == 3 || labels[3...] == ["cluster", "local"]
    {
      return .service(ObjectName(labels[1], labels[0]))
    }
    // The resolver of the controller's Pod tries names with few dots below `svc.cluster.local`.
    if labels.count == 2, self.service(ObjectName(labels[1], labels[0])) != nil {
      return .service(ObjectName(labels[1], labels[0]))
    }
    let isAddress = labels.last?.allSatisfy(\.isNumber) ?? true || name.contains(":")
    guard labels.count > 1, !isAddress, NameRule.subdomain.allows(name) else { return .unsayable }
    return .host(name)
  }

  /// The backend behind an ExternalName Service: the host itself, on the Service's target port
  /// (`externalNamePorts`).
  func externalBackend(_ service: Service, _ port: ServicePortReference) -> Backend {
    let name = service.metadata.objectName
    guard let number = externalPort(service, port) else {
      return Backend(namespace: name.namespace, name: name.name, port: 0, state: .missing)
    }
    var backend = Backend(namespace: name.namespace, name: name.name, port: number)
    guard !disablesExternalName else {
      backend.state = .empty
      return backend
    }
    switch externalTarget(of: service) {
    case .host(let host): return Backend(namespace: "", name: host, port: number)
    case .service(let target):
      backend = Backend(namespace: target.namespace, name: target.name, port: number)
      if knowsServices { backend.state = state(of: target, port: number) }
    case .refused: backend.state = .empty
    case .unsayable: break
    }
    return backend
  }

  private func state(of name: ObjectName, port: Int) -> Backend.State {
    guard let service = service(name), service.type != "ExternalName",
      service.ports.contains(where: { $0.port == port })
    else { return .missing }
    return endpoints(of: name) == 0 ? .empty : .ready
  }

  private func externalPort(_ service: Service, _ port: ServicePortReference) -> Int? {
    let found = service.ports.first {
      switch port {
      case .number(let number): $0.port == number
      case .name(let name): $0.name == name
      }
    }
    if let found {
      guard case .number(let target) = found.targetPort, target > 0 else { return found.port }
      return target
    }
    guard case .number(let number) = port else { return nil }
    return number
  }
}
