import Evidence
import GatewayAPI
import Kubernetes
import Routing

extension Inventory {
  /// The backend that a reference of a route means (`buildDestination` in Istio).
  func backend(_ reference: BackendReference, of kind: String, in namespace: String) -> Backend {
    switch (reference.group, reference.kind) {
    case ("", "Service"): service(reference, Grants.Pointer(kind: kind, namespace: namespace))
    case ("networking.istio.io", "Hostname"):
      reference.namespace == nil
        ? host(reference.name, reference.port ?? 0) : missing(reference, in: "")
    case _: missing(reference, in: reference.namespace ?? namespace)
    }
  }

  private func service(_ reference: BackendReference, _ pointer: Grants.Pointer) -> Backend {
    let name = ObjectName(reference.namespace ?? pointer.namespace, reference.name)
    let isUsable =
      !name.name.contains(".") && grants.allow(pointer, toCore: "Service", name)
    if isUsable, !knowsServices {
      return Backend(namespace: name.namespace, name: name.name, port: reference.port ?? 0)
    }
    guard isUsable, let service = services[name] else {
      return missing(reference, in: name.namespace)
    }
    return backend(service, reference.port ?? 0, depth: 0)
  }

  /// An ExternalName Service stands for its target, which has to be known itself.
  private func backend(_ service: Service, _ port: Int, depth: Int) -> Backend {
    let name = service.metadata.objectName
    guard service.type == "ExternalName" else {
      let hasPort = service.ports.contains { $0.port == port && $0.transport == "TCP" }
      let state: Backend.State =
        hasPort ? (readyEndpoints(of: name) == 0 ? .empty : .ready) : .missing
      return Backend(namespace: name.namespace, name: name.name, port: port, state: state)
    }
    if let target = clusterService(service.externalName), depth < 10 {
      return backend(target, port, depth: depth + 1)
    }
    let host = host(service.externalName, port)
    guard host.state == .ready else {
      return Backend(namespace: name.namespace, name: name.name, port: port, state: .missing)
    }
    return host
  }

  /// The Service behind a name such as `web.shop.svc.cluster.local`.
  private func clusterService(_ host: String) -> Service? {
    let labels = host.split(separator: ".").map(String.init)
    guard labels.count == 5, labels[2...] == ["svc", "cluster", "local"] else { return nil }
    return services[ObjectName(labels[1], labels[0])]
  }

  /// A host outside the cluster, which a ServiceEntry has to make known.
  private func host(_ name: String, _ port: Int) -> Backend {
    let isKnown = externalHosts[name.lowercased()]?.contains(port) ?? false
    return Backend(namespace: "", name: name, port: port, state: isKnown ? .ready : .missing)
  }

  private func missing(_ reference: BackendReference, in namespace: String) -> Backend {
    Backend(
      namespace: namespace, name: reference.name, port: reference.port ?? 0, state: .missing)
  }
}
