import Routing

/// One match of one rule on its way into a route table: Istio makes each match a route of its own.
struct Candidate {
  var route: Route
  /// What Istio calls the route: its rule's name, or object and position.
  let name: String
  let order: RouteOrder
  /// Whether nothing after it can be reached (`IsCatchAllRoute` in Istio).
  let isCatchAll: Bool
  /// What makes Envoy refuse the table that holds it; nil where nothing does.
  var fault: String?
}
