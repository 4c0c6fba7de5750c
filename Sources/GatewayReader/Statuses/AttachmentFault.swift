import GatewayAPI
import Kubernetes

/// Why one listener does not take one route (`referenceAllowed` in Istio), the best reason first.
enum AttachmentFault: Hashable {
  case notAllowed(String)
  case noHostname(String)
  case notNamed(String)

  /// Istio tells the first of these reasons that occurs among a parent's listeners.
  var rank: Int {
    switch self {
    case .notAllowed: 0
    case .noHostname: 1
    case .notNamed: 2
    }
  }

  var fault: Fault {
    switch self {
    case .notAllowed(let message): Fault("NotAllowedByListeners", message)
    case .noHostname(let message): Fault("NoMatchingListenerHostname", message)
    case .notNamed(let message): Fault("NoMatchingParent", message)
    }
  }
}

extension Attaching {
  /// Why a listener of a parent does not take the route; nil where it does.
  func fault(
    _ parent: ParentReference, at listener: BoundListener, _ namespaces: Namespaces
  ) -> AttachmentFault? {
    if let port = parent.port, port != listener.spec.port {
      return .notNamed("port \(port) not found")
    }
    if let section = parent.sectionName, section != listener.spec.name {
      return .notNamed("sectionName \"\(section)\" not found")
    }
    guard writtenHostnames.contains(where: { $0.intersection(listener.hostname) != nil }) else {
      return .noHostname("no hostnames matched parent hostname \"\(listener.hostname)\"")
    }
    let isAdmitted = namespaces.admits(
      namespace, listener.spec.allowedRoutes?.namespaces, of: listener.owner.name.namespace)
    guard isAdmitted else {
      return .notAllowed("namespace \"\(namespace)\" is not allowed by the parent")
    }
    return listener.supportedKinds.contains(kind) ? nil : .notAllowed("kind \(kind) is not allowed")
  }
}

extension ParentReference {
  /// Whether the reference means this Gateway or ListenerSet.
  func names(_ owner: BoundListener.Owner, from own: String) -> Bool {
    group == "gateway.networking.k8s.io" && kind == owner.kind
      && ObjectName(namespace ?? own, name) == owner.name
  }
}
