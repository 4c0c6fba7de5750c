import Evidence
import GatewayAPI
import Kubernetes

extension Inventory {
  /// The HTTPRoutes and GRPCRoutes that Istio takes, oldest first; one with a filter that Istio
  /// does not know is dropped whole (`computeRoute` in Istio).
  var routes: (taken: [RouteObject], findings: [Finding]) {
    let all = httpRoutes.map { RouteObject($0) } + grpcRoutes.map { RouteObject($0) }
    var taken: [RouteObject] = []
    var findings: [Finding] = []
    for object in all.sorted(by: { $0.precedes($1) }) {
      if let filter = object.hardError {
        findings.append(
          Finding(
            .routeDropped, of: object.reference, at: object.metadata.place,
            message: "It has a filter of type \(filter.type), which Istio does not take there."))
      } else {
        taken.append(object)
        findings += object.unread
      }
    }
    return (taken, findings)
  }
}

extension RouteObject {
  /// What the model has no words for and routing does not hang on.
  fileprivate var unread: [Finding] {
    rules.enumerated().filter { $1.filters.contains(where: \.isMirror) }.map { index, _ in
      Finding(
        .filterNotRead, of: reference, at: metadata.place, field: "spec.rules[\(index)].filters",
        message: "RequestMirror copies requests; the copy's answer is ignored.")
    }
  }
}

extension HTTPRoute.Filter {
  fileprivate var isMirror: Bool {
    guard case .requestMirror = self else { return false }
    return true
  }
}
