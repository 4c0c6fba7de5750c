/// Keeps a client on one endpoint by a cookie.
enum SessionAffinity: AnnotationFamily {
  enum Key: String, CaseIterable {
    case type = "affinity"
    case mode = "affinity-mode"
    case canaryBehavior = "affinity-canary-behavior"
    case cookieName = "session-cookie-name"
    case cookiePath = "session-cookie-path"
    case cookieDomain = "session-cookie-domain"
    case cookieExpires = "session-cookie-expires"
    case cookieMaxAge = "session-cookie-max-age"
    case cookieSameSite = "session-cookie-samesite"
    case cookieSecure = "session-cookie-secure"
    case conditionalSameSite = "session-cookie-conditional-samesite-none"
    case changeOnFailure = "session-cookie-change-on-failure"
  }

  struct Setting: Sendable {
    var isSticky = false
    /// The canary keeps no clients of its own (`affinity-canary-behavior: legacy`).
    var isLegacyForCanaries = false
    var cookie = Cookie()
  }

  /// The cookie as annotated; empty texts are not written.
  struct Cookie: Hashable, Sendable {
    var name = "INGRESSCOOKIE"
    var path = ""
    var domain = ""
    var expires = ""
    var maxAge = ""
    var sameSite = ""
    /// The cookie is marked Secure also over plain HTTP.
    var isAlwaysSecure = false
  }

  static func read(
    _ annotations: Annotations<Key>, doubts: inout [Doubt]
  ) throws(Refusal) -> Setting {
    let behavior = choice(annotations, .canaryBehavior, ["sticky", "legacy"], "sticky", &doubts)
    guard choice(annotations, .type, ["cookie"], "no affinity", &doubts) != nil else {
      return Setting(isLegacyForCanaries: behavior == "legacy")
    }
    return Setting(
      isSticky: true, isLegacyForCanaries: behavior == "legacy",
      cookie: cookie(annotations, &doubts))
  }

  private static func cookie(
    _ annotations: Annotations<Key>, _ doubts: inout [Doubt]
  ) -> Cookie {
    func text(_ key: Key, _ allowed: CharacterClass) -> String {
      lenientText(annotations, key, allowed, else: "leaves the attribute out", &doubts) ?? ""
    }
    func seconds(_ key: Key) -> String {
      guard let value = lenientInteger(annotations, key, default: "no value", &doubts) else {
        return ""
      }
      return String(value)
    }
    let name = text(.cookieName, .basic)
    return Cookie(
      name: name.isEmpty ? "INGRESSCOOKIE" : name, path: text(.cookiePath, .url),
      domain: text(.cookieDomain, .basic), expires: seconds(.cookieExpires),
      maxAge: seconds(.cookieMaxAge), sameSite: text(.cookieSameSite, .basic),
      isAlwaysSecure: lenientFlag(annotations, .cookieSecure, default: "false", &doubts) ?? false)
  }

  private static func choice(
    _ annotations: Annotations<Key>, _ key: Key, _ choices: [String], _ fallback: String,
    _ doubts: inout [Doubt]
  ) -> String? {
    guard let text = annotations.text(key) else { return nil }
    guard choices.contains(text) else {
      doubts.append(
        Doubt(
          key: key.rawValue, expected: choices.joined(separator: " or "),
          consequence: "uses \(fallback)"))
      return nil
    }
    return text
  }
}
