import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// What one guard of one Ingress means on one Gateway: a part of a policy.
struct PlannedPolicy {
  var gateway: ObjectName
  /// The Ingress whose location it guards.
  var owner: ObjectReference
  var origin: Origin
  var guarding: Guard
  /// Whether questions before a cross-origin request get through, since the gateway answers them.
  var sparesPreflights: Bool
  /// The requests that are meant: each entry one operation.
  var operations: [[AuthorizationPolicy.Term]]
}
