/// A request and what both sides do with it.
public struct Traced: Hashable, Sendable {
  /// The request.
  public var request: RequestProbe
  /// What ingress-nginx answers; nil when that side was not asked for.
  public var ingress: TraceAnswer?
  /// What the new routes answer; nil when that side was not asked for.
  public var gateway: TraceAnswer?
  /// Whether both answer the same; nil when only one side was asked for.
  public var agree: Bool?
  /// In what the answers differ, for example `backend shares`.
  public var aspects: [String] = []
  /// The findings that explain the difference; only for routes that the migration writes.
  public var causes: [DifferenceCause] = []
  /// Whether they explain all of it.
  public var isExplained = false

  /// Puts both sides together.
  public init(
    request: RequestProbe, ingress: TraceAnswer? = nil, gateway: TraceAnswer? = nil,
    agree: Bool? = nil
  ) {
    self.request = request
    self.ingress = ingress
    self.gateway = gateway
    self.agree = agree
  }
}
