/// Keeps a client on one endpoint by a cookie (`sessionaffinity`).
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

  struct Setting: FamilySetting {
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
    /// SameSite=None is left out for browsers that misread it.
    var dropsSameSiteNone = false
    /// A failed try chooses another endpoint and a new cookie.
    var changesOnFailure = false
    /// The cookie names an endpoint instead of a place on the hash ring (`affinity-mode`).
    var isPersistent = false
  }

  static let heading: String? = "session-affinity"

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    let isLegacy = try annotations.choice(.canaryBehavior) == "legacy"
    guard try annotations.choice(.type) != nil else {
      annotations.ignoreAll(but: .type, kept: [.canaryBehavior])
      return Setting(isLegacyForCanaries: isLegacy)
    }
    return Setting(
      isSticky: true, isLegacyForCanaries: isLegacy, cookie: try cookie(&annotations))
  }

  private static func cookie(
    _ annotations: inout Annotations<Self>
  ) throws(Refusal) -> Cookie {
    Cookie(
      name: try annotations.text(.cookieName) ?? "INGRESSCOOKIE",
      path: try annotations.text(.cookiePath) ?? "",
      domain: try annotations.text(.cookieDomain) ?? "",
      expires: try annotations.text(.cookieExpires) ?? "",
      maxAge: try annotations.text(.cookieMaxAge) ?? "",
      sameSite: try annotations.text(.cookieSameSite) ?? "",
      isAlwaysSecure: try annotations.flag(.cookieSecure) ?? false,
      dropsSameSiteNone: try annotations.flag(.conditionalSameSite) ?? false,
      changesOnFailure: try annotations.flag(.changeOnFailure) ?? false,
      isPersistent: try annotations.choice(.mode) == "persistent")
  }
}

extension IngressSettings {
  var affinity: SessionAffinity.Setting { self[SessionAffinity.self] }
}
