/// Answers every request of the Ingress's paths with another address.
enum Redirect: AnnotationFamily {
  enum Key: String, CaseIterable {
    case permanent = "permanent-redirect"
    case permanentCode = "permanent-redirect-code"
    case temporal = "temporal-redirect"
    case temporalCode = "temporal-redirect-code"
    case relative = "relative-redirects"
    case fromToWWW = "from-to-www-redirect"
  }

  struct Setting: Sendable {
    /// Empty where there is none.
    var url = ""
    var status = 302
    var isRelative = false
    var redirectsFromToWWW = false
  }

  static func read(
    _ annotations: Annotations<Key>, doubts: inout [Doubt]
  ) throws(Refusal) -> Setting {
    let www = lenientFlag(annotations, .fromToWWW, default: "false", &doubts) ?? false
    let isRelative =
      try strict(.relative, "true or false") { () throws(ValueFault) in
        try annotations.bool(.relative)
      } ?? false
    let temporalCode = try code(annotations, .temporalCode, default: 302, limit: 307)
    let permanentCode = try code(annotations, .permanentCode, default: 301, limit: 308)
    let permanent = try address(annotations, .permanent)
    guard let temporal = try address(annotations, .temporal) else {
      return Setting(
        url: permanent ?? "", status: permanentCode, isRelative: isRelative,
        redirectsFromToWWW: www)
    }
    guard temporal.hasPrefix("http") else {
      doubts.append(
        Doubt(
          key: Key.temporal.rawValue, expected: "an address that starts with http",
          consequence: "drops every redirect annotation of the Ingress"))
      return Setting()
    }
    return Setting(
      url: temporal, status: temporalCode, isRelative: isRelative, redirectsFromToWWW: www)
  }

  private static func address(
    _ annotations: Annotations<Key>, _ key: Key
  ) throws(Refusal) -> String? {
    try strict(key, CharacterClass.url.expectation) { () throws(ValueFault) in
      try annotations.text(key, .url)
    }
  }

  private static func code(
    _ annotations: Annotations<Key>, _ key: Key, default fallback: Int, limit: Int
  ) throws(Refusal) -> Int {
    let written = try strict(key, "a whole number") { () throws(ValueFault) in
      try annotations.integer(key)
    }
    guard let written, (300...limit).contains(written) else { return fallback }
    return written
  }
}
