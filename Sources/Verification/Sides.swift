import Routing
import Tracing

/// Both sites, and a third whose requests are told apart, too, as far as one host and scheme are
/// concerned.
struct Sides {
  let before: Side
  let after: Side
  let reference: Side?

  init(_ comparison: Comparison, _ name: String, _ scheme: Request.Scheme) {
    before = Side(comparison.before, name, scheme)
    after = Side(comparison.after, name, scheme)
    reference = comparison.reference.map { Side($0, name, scheme) }
  }

  /// Whether one side lets nobody in.
  func areClosed(to request: Request) -> Bool {
    after.isClosed(to: request) || before.isClosed(to: request)
  }

  /// Whether what the decided routes do to one path tells what they do to all.
  func arePathFree(_ signature: DecisionTable.Signature) -> Bool {
    before.isPathFree(signature.before) && after.isPathFree(signature.after)
      && (reference?.isPathFree(signature.reference ?? .init()) ?? true)
  }
}
