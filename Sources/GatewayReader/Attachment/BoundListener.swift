import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// A listener with the object that brings it, as routes refer to it.
struct BoundListener {
  /// The object that a route names as its parent.
  struct Owner: Hashable {
    var kind: String
    var name: ObjectName
  }

  /// What a listener is good for.
  enum State: Hashable {
    /// It serves.
    case programmed
    /// Istio does not serve it; the text says why.
    case unprogrammed(String)
  }

  let spec: Gateway.Listener
  let owner: Owner
  let place: Place
  var state: State

  init(_ spec: Gateway.Listener, of owner: Owner, at place: Place, state: State = .programmed) {
    self.spec = spec
    self.owner = owner
    self.place = place
    self.state = state
  }

  var hostname: Hostname { Hostname(spec.hostname) }
  var isProgrammed: Bool { state == .programmed }
  var reference: ObjectReference {
    ObjectReference(kind: owner.kind, namespace: owner.name.namespace, name: owner.name.name)
  }
  var origin: Origin { Origin(object: reference, place: place, part: spec.name) }
}
