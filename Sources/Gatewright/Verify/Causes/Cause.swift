import Routing
import Verification

/// Why ingress-nginx and the new routes may answer a request differently, and the findings of which
/// one has to be there then.
struct Cause: Sendable {
  /// Whose finding it has to be.
  enum Scope: Sendable {
    /// Of the Ingress of the route, or of its canary.
    case route
    /// Of any Ingress of the host.
    case host
    /// Of anything.
    case any
  }

  let codes: Set<String>
  let scope: Scope
  /// In what the answers may differ for this reason.
  let aspects: Set<Aspect>
  let explains: @Sendable (DifferenceFacts) -> Bool
  /// In what just these answers may differ for this reason; nil where that is `aspects`.
  let bounds: (@Sendable (DifferenceFacts) -> Set<Aspect>)?

  init(
    _ codes: Set<String>, of scope: Scope, _ aspects: Set<Aspect>,
    where explains: @escaping @Sendable (DifferenceFacts) -> Bool = { _ in true }
  ) {
    self.codes = codes
    self.scope = scope
    self.aspects = aspects
    self.explains = explains
    bounds = nil
  }

  /// A cause that explains of each difference just what is given.
  init(
    _ codes: Set<String>, of scope: Scope,
    just bounds: @escaping @Sendable (DifferenceFacts) -> Set<Aspect>
  ) {
    self.codes = codes
    self.scope = scope
    aspects = .everything
    explains = { !bounds($0).isEmpty }
    self.bounds = bounds
  }
}

extension Set<Aspect> {
  /// Everything in which answers can differ.
  static var everything: Set<Aspect> { Set(Aspect.allCases) }
  /// Where a request ends.
  static var ending: Set<Aspect> {
    [
      .reached, .status, .location, .shares, .path, .host, .upstreamProtocol, .condition,
      .responseHeaders, .requestHeaders, .mirror,
    ]
  }
}
