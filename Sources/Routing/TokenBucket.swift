/// How many requests a bucket of tokens lets through: Envoy's local rate limit.
package struct TokenBucket: Hashable, Sendable {
  /// The requests that a full bucket lets through at once.
  package var tokens: Int
  package var tokensPerFill: Int
  /// How often tokens are put back, as written: `60s`.
  package var fillInterval: String
  /// Whether each client has a bucket of its own.
  package var isPerClient: Bool

  package init(tokens: Int, tokensPerFill: Int, fillInterval: String, isPerClient: Bool) {
    self.tokens = tokens
    self.tokensPerFill = tokensPerFill
    self.fillInterval = fillInterval
    self.isPerClient = isPerClient
  }
}

extension RateLimit {
  /// A limit by buckets of tokens alone.
  package init(_ buckets: [TokenBucket], exempt: [String] = [], status: Int) {
    self.init(
      perSecond: 0, perMinute: 0, burstMultiplier: 1, connections: 0, exempt: exempt,
      rateStatus: status, connectionStatus: status)
    self.buckets = buckets
  }
}
