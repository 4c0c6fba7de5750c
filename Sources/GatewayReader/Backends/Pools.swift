import GatewayAPI
import Routing

/// The backends of a rule and what they take.
struct RulePool {
  let destination: Destination
  /// The backends that take requests, with their filters.
  let backends: [HTTPRoute.Backend]

  /// Leaves out entries of weight 0 and keeps the others' weights, which are relative.
  ///
  /// Without any backend Istio 1.30 answers 404, with nothing but zero weights 500.
  init(_ backends: [HTTPRoute.Backend], resolve: (BackendReference) -> Backend) {
    let weighted = backends.filter { $0.weight != 0 }
    self.backends = weighted
    if backends.isEmpty {
      destination = .respond(status: 404)
    } else if weighted.isEmpty {
      destination = .respond(status: 500)
    } else {
      let shares = weighted.map { Share(resolve($0.reference), weight: $0.weight ?? 1) }
      destination = .forward(Choice(otherwise: Pool(shares)))
    }
  }
}
