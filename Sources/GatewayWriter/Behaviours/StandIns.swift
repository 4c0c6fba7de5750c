import Routing

extension RouteSpeaker {
  /// The Service of `default-backend`: the rule has it where the input shows that the route's own has
  /// no endpoints.
  mutating func sayStandIn() {
    guard case .forward(let choice) = route.destination else { return }
    if choice.isStandIn {
      said(.defaultBackend)
    } else {
      lose(.defaultBackend, because: "A rule cannot fail over when its Service has no endpoints.")
    }
  }
}
