import Routing

/// Answers every request of the Ingress's paths with another address (`redirect`).
enum Redirect: AnnotationFamily {
  enum Key: String, CaseIterable {
    case permanent = "permanent-redirect"
    case permanentCode = "permanent-redirect-code"
    case temporal = "temporal-redirect"
    case temporalCode = "temporal-redirect-code"
    case relative = "relative-redirects"
    case fromToWWW = "from-to-www-redirect"
  }

  struct Setting: FamilySetting {
    /// Empty where there is none.
    var url = ""
    var status = 302
    /// nil leaves it to the ConfigMap.
    var isRelative: Bool?
    var redirectsFromToWWW = false
  }

  static let heading: String? = "permanent-redirect"

  static func entry(of key: Key) -> AnnotationEntry {
    let elsewhere = "redirects every request of the paths to this address"
    let fixed = [
      "Nothing of the request is added, neither path nor query.",
      "It comes before the redirect to https, lists and authentication, and also holds for the "
        + "host's implicit /.",
    ]
    return switch key {
    case .permanent:
      AnnotationEntry(
        syntax: .characters(.url), failure: .dropped, risk: .medium,
        meaning: "\(elsewhere) for good", notes: fixed, fate: .lost(.traffic))
    case .permanentCode:
      AnnotationEntry(
        syntax: .integer, fallback: .fixed("301"), failure: .dropped,
        meaning: "answers permanent-redirect with this status",
        notes: ["Outside 300 to 308 it is 301."], fate: .lost(.answer))
    case .temporal:
      AnnotationEntry(
        syntax: .characters(.url), failure: .dropped, risk: .medium,
        meaning: "\(elsewhere) for now",
        notes: fixed + ["It wins over permanent-redirect.", "It has to begin with http."],
        fate: .lost(.traffic))
    case .temporalCode:
      AnnotationEntry(
        syntax: .integer, fallback: .fixed("302"), failure: .dropped,
        meaning: "answers temporal-redirect with this status",
        notes: ["Outside 300 to 307 it is 302."], fate: .lost(.answer))
    case .relative:
      AnnotationEntry(
        syntax: .flag, fallback: .configMap("relative-redirects"), failure: .dropped,
        meaning: "keeps its own redirects relative", fate: .lost(.answer, unless: "false"))
    case .fromToWWW:
      AnnotationEntry(
        syntax: .flag, fallback: .fixed("false"), scope: .server, failure: .dropped,
        meaning: "redirects the host's www name to it, or a www host's bare name",
        notes: [
          "The Location names the port, :80 or :443.",
          "It does nothing where an Ingress has a host of that name.",
        ], fate: .carriedOver)
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    let www = try annotations.flag(.fromToWWW) ?? false
    let isRelative = try annotations.flag(.relative)
    let temporalCode = try code(&annotations, .temporalCode, default: 302, limit: 307)
    let permanentCode = try code(&annotations, .permanentCode, default: 301, limit: 308)
    let permanent = try annotations.text(.permanent)
    guard let temporal = try annotations.text(.temporal) else {
      return Setting(
        url: permanent ?? "", status: permanentCode, isRelative: isRelative,
        redirectsFromToWWW: www)
    }
    guard temporal.hasPrefix("http") else {
      throw .groupLost(key: Key.temporal.rawValue, reason: "an address that begins with http")
    }
    return Setting(
      url: temporal, status: temporalCode, isRelative: isRelative, redirectsFromToWWW: www)
  }

  private static func code(
    _ annotations: inout Annotations<Self>, _ key: Key, default fallback: Int, limit: Int
  ) throws(Refusal) -> Int {
    guard let written = try annotations.integer(key) else { return fallback }
    guard (300...limit).contains(written) else {
      annotations.ignore(
        key, expected: "a status from 300 to \(limit)", instead: "uses \(fallback)")
      return fallback
    }
    return written
  }
}

extension IngressSettings {
  var redirect: Redirect.Setting { self[Redirect.self] }
}
