import Evidence
import GatewayAPI
import Kubernetes
import Routing
import YAMLText

/// A route object on its way into route tables.
struct RouteObject {
  /// One rule with its matches converted.
  struct Rule {
    let name: String?
    let matches: [RequestMatch]
    let filters: [HTTPRoute.Filter]
    let backends: [HTTPRoute.Backend]
    let place: Place?
    var patience = Patience()
  }

  let metadata: Metadata
  let attaching: Attaching
  let rules: [Rule]

  init(_ route: HTTPRoute) {
    metadata = route.metadata
    attaching = Attaching(
      kind: HTTPRoute.kind, namespace: route.metadata.namespace, parents: route.parents,
      hostnames: route.hostnames)
    rules = route.rules.map { rule in
      let matches = rule.matches.isEmpty ? [HTTPRoute.Match()] : rule.matches
      return Rule(
        name: rule.name, matches: matches.map { RequestMatch($0) }, filters: rule.filters,
        backends: rule.backends, place: route.metadata.place(of: rule.mark),
        patience: Patience(rule))
    }
  }

  init(_ route: GRPCRoute) {
    metadata = route.metadata
    attaching = Attaching(
      kind: GRPCRoute.kind, namespace: route.metadata.namespace, parents: route.parents,
      hostnames: route.hostnames)
    rules = route.rules.map { rule in
      let matches = rule.matches.isEmpty ? [GRPCRoute.Match()] : rule.matches
      return Rule(
        name: rule.name, matches: matches.map { RequestMatch($0) }, filters: rule.filters,
        backends: rule.backends, place: route.metadata.place(of: rule.mark))
    }
  }

  var reference: ObjectReference {
    ObjectReference(
      kind: attaching.kind, namespace: metadata.namespace, name: metadata.name)
  }

  /// Greater for younger objects; the least where no creation time is known.
  var age: Int { metadata.created ?? Int.min }

  /// Oldest first, then by namespace and name (`mergeHTTPRoutes` in Istio); objects without a
  /// creation time are equally old.
  func precedes(_ other: RouteObject) -> Bool {
    (age, metadata.namespace, metadata.name)
      < (other.age, other.metadata.namespace, other.metadata.name)
  }

  /// The filter for which Istio drops the whole object; nil where there is none.
  var hardError: HTTPRoute.Filter? {
    for rule in rules {
      if let filter = rule.filters.first(where: \.isRefusedOnRules) { return filter }
      let ofBackends = rule.backends.flatMap(\.filters)
      if let filter = ofBackends.first(where: \.isRefusedOnBackends) { return filter }
    }
    return nil
  }
}

extension HTTPRoute.Filter {
  var isRefusedOnRules: Bool {
    switch self {
    case .extensionRef, .other: true
    case .requestHeaderModifier, .responseHeaderModifier, .requestRedirect, .urlRewrite,
      .requestMirror, .cors:
      false
    }
  }

  var isRefusedOnBackends: Bool {
    switch self {
    case .requestHeaderModifier, .responseHeaderModifier: false
    case .requestRedirect, .urlRewrite, .requestMirror, .cors, .extensionRef, .other: true
    }
  }
}

extension Patience {
  /// What a rule says; `backendRequest` stands for the route's time where there is no retry.
  fileprivate init(_ rule: HTTPRoute.Rule) {
    let written = rule.timeouts?.request ?? rule.timeouts?.backendRequest
    self.init(
      request: written.flatMap { Duration(istio: $0) }.map(\.wholeSeconds),
      tries: rule.retry.map { ($0.attempts ?? 2) + 1 })
  }
}

extension Metadata {
  /// The place of a part of the object; nil where only the object's is known.
  fileprivate func place(of mark: Mark) -> Place? {
    guard mark.line > 0 else { return nil }
    return Place(file: place.file, line: Int(mark.line), column: Int(mark.column))
  }
}
