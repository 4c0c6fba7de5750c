import GatewayAPI
import Routing

extension RouteSpeaker {
  /// The longest body; one that nobody wrote down is told once for all routes.
  mutating func sayBodyLimit(_ bytes: Int) {
    let settings = context.settings.deciding(.bodyLimit, of: route.origin.object)
    guard !settings.isEmpty else { return }
    guard context.options.allowsEnvoyFilter else {
      return close(.bodyLimit, because: "\(bytes) bytes")
    }
    guard bytes <= EnvoyFilter.greatestNumber else {
      return close(
        .bodyLimit, because: "Envoy buffers at most \(EnvoyFilter.greatestNumber) bytes.")
    }
    said(.bodyLimit)
    speech.patches.append(.bodyLimit(bytes))
    tell(.bodyLimitBuffers, about: .bodyLimit, "At most \(bytes) bytes.")
  }

  /// The requests and connections of one client.
  mutating func sayRateLimit(_ limit: RateLimit) {
    if limit.connections > 0 { close(.connections) }
    guard limit.perSecond > 0 || limit.perMinute > 0 else { return }
    guard context.options.allowsEnvoyFilter else { return close(.requestRate) }
    said(.requestRate, .exemptions)
    let rates = [(limit.perSecond, "1s"), (limit.perMinute, "60s")].filter { $0.0 > 0 }
    let buckets = rates.map { rate, interval in
      TokenBucket(
        tokens: tokens(rate, limit.burstMultiplier), tokensPerFill: min(rate, greatestCount),
        fillInterval: interval, isPerClient: true)
    }
    let isKnown = envoyStatuses.contains(limit.rateStatus)
    speech.patches.append(
      .requestRate(
        RoutePatch.RequestRate(
          buckets: buckets, exempt: limit.exempt, status: isKnown ? limit.rateStatus : 503)))
    let words = buckets.map {
      "\($0.tokens) at once and \($0.tokensPerFill) every \($0.fillInterval)"
    }
    let more =
      isKnown ? "" : ", with 503 in place of \(limit.rateStatus), which Envoy does not know"
    tell(.rateLimitByTokens, about: .requestRate, words.joined(separator: ", ") + more + ".")
  }
}

/// The most tokens of a bucket that is ever empty.
private let greatestCount = EnvoyFilter.greatestNumber - 1

/// The requests that are let through at once: nginx's `burst` without a delay, and the one beyond.
private func tokens(_ rate: Int, _ multiplier: Int) -> Int {
  let (burst, isTooLarge) = rate.multipliedReportingOverflow(by: max(0, multiplier))
  return isTooLarge ? greatestCount : min(burst, greatestCount - 1) + 1
}

/// The statuses from 400 on that Envoy lets a filter answer (`envoy.type.v3.StatusCode`).
private let envoyStatuses: Set<Int> = Set(400...417).union([
  421, 422, 423, 424, 426, 428, 429, 431, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511,
])
