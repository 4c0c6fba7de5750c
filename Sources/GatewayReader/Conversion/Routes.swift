import Evidence
import GatewayAPI
import Kubernetes

extension Inventory {
  /// Every HTTPRoute and GRPCRoute, oldest first.
  var allRoutes: [RouteObject] {
    (httpRoutes.map { RouteObject($0) } + grpcRoutes.map { RouteObject($0) })
      .sorted { $0.precedes($1) }
  }

  /// The HTTPRoutes and GRPCRoutes that Istio takes, oldest first; one with a filter that Istio
  /// does not know is dropped whole (`computeRoute` in Istio).
  var routes: (taken: [RouteObject], findings: [Finding]) {
    var taken: [RouteObject] = []
    var findings: [Finding] = []
    for object in allRoutes {
      if let filter = object.hardError {
        findings.append(
          Finding(
            .routeDropped, of: object.reference, at: object.metadata.place,
            message: "It has a filter of type \(filter.type), which Istio does not take there."))
      } else if let fault = object.droppingFault(self) {
        findings.append(
          Finding(
            .routeDropped, of: object.reference, at: object.metadata.place,
            message: "A backendRef cannot be read: \(fault.message)."))
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
    rules.enumerated().flatMap { index, rule -> [Finding] in
      let field = "spec.rules[\(index)]"
      let mirror = Finding(
        .filterNotRead, of: reference, at: metadata.place, field: "\(field).filters",
        message: "RequestMirror copies a part of the requests; its answers are ignored.")
      let shares = Finding(
        .sharesNotRead, of: reference, at: metadata.place, field: "\(field).backendRefs")
      return (rule.filters.contains(where: \.isPartialMirror) ? [mirror] : [])
        + (rule.backends.commonFilters == nil ? [shares] : [])
    }
  }
}

extension HTTPRoute.Filter {
  fileprivate var isPartialMirror: Bool {
    guard case .requestMirror(let mirror) = self else { return false }
    return !mirror.copiesAll
  }
}

extension HTTPRoute.RequestMirror {
  /// Whether every request is copied.
  var copiesAll: Bool {
    guard let fraction else { return percent ?? 100 >= 100 }
    return fraction.numerator >= fraction.denominator ?? 100
  }
}
