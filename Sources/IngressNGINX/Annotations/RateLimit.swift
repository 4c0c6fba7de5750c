/// Limits how much one client may ask (`ratelimit`).
enum RateLimit: AnnotationFamily {
  enum Key: String, CaseIterable {
    case perSecond = "limit-rps"
    case perMinute = "limit-rpm"
    case burstMultiplier = "limit-burst-multiplier"
    case connections = "limit-connections"
    case allow = "limit-allowlist"
    case allowAlias = "limit-whitelist"
    case rate = "limit-rate"
    case rateAfter = "limit-rate-after"
  }

  struct Setting: FamilySetting, Hashable {
    /// Requests of one client in a second; 0 for no limit.
    var perSecond = 0
    /// Requests of one client in a minute; 0 for no limit.
    var perMinute = 0
    /// How many times the limit may be passed at once.
    var burstMultiplier = 5
    /// Requests of one client at the same time; 0 for no limit.
    var connections = 0
    /// Clients without these limits, sorted.
    var allowed: [String] = []
    /// Kilobytes of an answer in a second; nil leaves it to the ConfigMap, 0 is no limit.
    var rate: Int?
    /// Kilobytes that are not slowed down; nil leaves it to the ConfigMap.
    var rateAfter: Int?
  }

  static let heading: String? = "rate-limiting"

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(
      perSecond: try limit(&annotations, .perSecond),
      perMinute: try limit(&annotations, .perMinute),
      burstMultiplier: try annotations.integer(.burstMultiplier) ?? 5,
      connections: try limit(&annotations, .connections), allowed: try allowed(&annotations),
      rate: try annotations.integer(.rate), rateAfter: try annotations.integer(.rateAfter))
  }

  /// A limit below 0 is none (`template.buildRateLimit`).
  private static func limit(
    _ annotations: inout Annotations<Self>, _ key: Key
  ) throws(Refusal) -> Int {
    guard let limit = try annotations.integer(key) else { return 0 }
    guard limit < 0 else { return limit }
    annotations.ignore(
      key, expected: "a number above 0", instead: "sets no limit", failsOpen: true)
    return 0
  }

  private static func allowed(
    _ annotations: inout Annotations<Self>
  ) throws(Refusal) -> [String] {
    let key = annotations.key(.allow, orAlias: .allowAlias)
    guard let text = try annotations.text(key) else { return [] }
    guard let ranges = addressRanges(text) else {
      throw .groupLost(key: key.rawValue, reason: "a list of addresses and ranges")
    }
    return Set(ranges).sorted()
  }
}

extension IngressSettings {
  var rateLimit: RateLimit.Setting { self[RateLimit.self] }
}
