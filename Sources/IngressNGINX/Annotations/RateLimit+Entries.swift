import Routing

extension RateLimit {
  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .perSecond, .perMinute, .connections: limitEntry(of: key)
    case .burstMultiplier, .allow, .allowAlias: leniencyEntry(of: key)
    case .rate, .rateAfter: speedEntry(of: key)
    }
  }

  private static func limitEntry(of key: Key) -> AnnotationEntry {
    var entry = AnnotationEntry(
      syntax: .integer, fallback: .fixed("0"), scope: .zone, failure: .dropped,
      meaning: "answers 503 to a client with more requests than this in a second",
      notes: [
        "The burst is the limit times limit-burst-multiplier, and is not delayed.",
        "Each controller pod counts for itself, one count for all paths of the Ingress.",
        "The ConfigMap's limit-req-status-code can replace 503.",
      ], fate: .lost(.protection, unless: "0"))
    switch key {
    case .perMinute:
      entry.meaning = "answers 503 to a client with more requests than this in a minute"
    case .connections:
      entry.meaning = "answers 503 to a client with more requests than this at the same time"
      entry.notes = [
        "Requests of HTTP/2 count one by one.",
        "The ConfigMap's limit-conn-status-code can replace 503.",
      ]
    case .perSecond, .burstMultiplier, .allow, .allowAlias, .rate, .rateAfter: break
    }
    return entry
  }

  private static func leniencyEntry(of key: Key) -> AnnotationEntry {
    guard key != .burstMultiplier else {
      return AnnotationEntry(
        syntax: .integer, fallback: .fixed("5"), scope: .zone,
        meaning: "lets a client pass its limit this many times at once", fate: .lost(.tuning))
    }
    var entry = AnnotationEntry(
      syntax: .addresses, scope: .zone, failure: .dropped,
      meaning: "sets no limits on these client addresses", fate: .lost(.tuning))
    if key == .allowAlias { entry.notes = ["It is the older name of limit-allowlist, which wins."] }
    return entry
  }

  private static func speedEntry(of key: Key) -> AnnotationEntry {
    let name = key.rawValue
    return AnnotationEntry(
      syntax: .integer, fallback: .configMap(name),
      meaning: key == .rate
        ? "sends an answer no faster than these kilobytes in a second"
        : "sends these kilobytes of an answer before it slows down",
      notes: ["It needs proxy-buffering: \"on\"."], fate: .lost(.tuning, unless: "0"))
  }
}
