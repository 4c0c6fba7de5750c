import Evidence
import GatewayAPI
import Kubernetes
import Routing

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
        findings += object.unread(in: self)
      }
    }
    return (taken, findings)
  }
}

extension RouteObject {
  /// What the model has no words for and routing does not hang on.
  fileprivate func unread(in inventory: Inventory) -> [Finding] {
    rules.enumerated().flatMap { index, rule -> [Finding] in
      let field = "spec.rules[\(index)]"
      let mirror = Finding(
        .filterNotRead, of: reference, at: metadata.place, field: "\(field).filters",
        message: "RequestMirror has no backend that is there.")
      let shares = Finding(
        .sharesNotRead, of: reference, at: metadata.place, field: "\(field).backendRefs")
      return (rule.filters.contains { isUnread($0, inventory) } ? [mirror] : [])
        + (rule.backends.commonFilters == nil ? [shares] : [])
    }
  }
}

extension RouteObject {
  /// Whether a filter is a mirror of which there are no copies, since its backend is missing.
  private func isUnread(_ filter: HTTPRoute.Filter, _ inventory: Inventory) -> Bool {
    guard case .requestMirror(let mirror) = filter else { return false }
    return self.mirror(of: mirror, inventory) == nil
  }

  /// The copies that a filter makes; nil where its backend is missing.
  func mirror(of filter: HTTPRoute.RequestMirror, _ inventory: Inventory) -> Behaviour? {
    let backend = inventory.backend(filter.backend, of: attaching.kind, in: metadata.namespace)
    guard backend.state != .missing else { return nil }
    return .mirror(
      Mirror(target: backend.description, host: "", copiesBody: true, part: filter.part))
  }
}

extension HTTPRoute.RequestMirror {
  /// How many requests are copied; Istio turns a fraction into percent (`mirrorPercent`).
  fileprivate var part: CopiedPart {
    guard let fraction else { return CopiedPart(percent ?? 100, of: 100) }
    return CopiedPart(fraction.numerator, of: fraction.denominator ?? 100)
  }
}
