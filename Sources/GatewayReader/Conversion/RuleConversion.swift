import GatewayAPI
import Kubernetes
import Routing

extension RouteObject {
  /// The object's rules as candidates of a route table, one for each match, in written order.
  func candidates(on port: Int, of gateway: Gateway, _ inventory: Inventory) -> [Candidate] {
    rules.enumerated().flatMap { index, rule in
      let name = rule.name ?? "spec.rules[\(index)]"
      let pool = RulePool(rule.backends) {
        inventory.backend($0, of: attaching.kind, in: metadata.namespace)
      }
      let filters = RuleFilters(rule.filters, of: pool.backends)
      let destination =
        filters.redirect.map { Destination.redirect(Redirect($0, listenerPort: port)) }
        ?? pool.destination
      let mirrors = filters.mirrors.compactMap { mirror(of: $0, inventory) }
      let affinity = inventory.affinity(of: destination, for: gateway)
      let origin = Origin(
        object: reference, place: rule.place ?? metadata.place, start: metadata.place, part: name)
      return rule.matches.map { match in
        var route = Route(
          path: match.path, conditions: match.conditions,
          behaviours: filters.behaviours(before: destination) + mirrors + affinity,
          destination: destination,
          origin: origin)
        route.patience = rule.patience
        return Candidate(
          route: route, name: rule.name ?? "\(metadata.namespace).\(metadata.name).\(index)",
          order: match.order, isCatchAll: match.isCatchAll,
          fault: fault(of: match, filters, rule))
      }
    }
  }

  /// What makes Envoy refuse the table: an expression that RE2 does not take, or a header value
  /// that is no format string.
  private func fault(of match: RequestMatch, _ filters: RuleFilters, _ rule: Rule) -> String? {
    if let refusal = match.expressions.lazy.compactMap({ RE2.refusal(of: $0) }).first {
      return refusal
    }
    let formats =
      filters.formats
      + RuleFilters(rule.backends.flatMap(\.filters), of: []).formats
    if let format = formats.first(where: { !FormatString.isValid($0) }) {
      return "The header value `\(format)` is no format string; write `%%` for a percent sign."
    }
    return nil
  }
}

extension RequestMatch {
  /// Whether the match takes every request; a method is a condition like a header.
  fileprivate var isCatchAll: Bool { path.isCatchAll && conditions.isEmpty }
}
