import Routing

extension SessionAffinity {
  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .type, .mode, .canaryBehavior, .changeOnFailure: algorithmEntry(of: key)
    case .cookieName, .cookiePath, .cookieDomain, .cookieExpires, .cookieMaxAge, .cookieSameSite,
      .cookieSecure, .conditionalSameSite:
      cookieEntry(of: key)
    }
  }

  private static func algorithmEntry(of key: Key) -> AnnotationEntry {
    var entry = AnnotationEntry(
      syntax: .choice(["cookie"]), scope: .upstream,
      meaning: "keeps a client on one endpoint by a cookie",
      notes: [
        "The affinity holds for the Service and port, wherever they are used; only the paths of "
          + "Ingresses that ask for it hand the cookie out."
      ], fate: .lost(.answer))
    switch key {
    case .mode:
      (entry.syntax, entry.fallback) = (.choice(["balanced", "persistent"]), .fixed("balanced"))
      entry.risk = .medium
      entry.meaning =
        "hashes the cookie onto the endpoints (balanced), or lets it name one (persistent)"
      entry.notes = []
    case .canaryBehavior:
      (entry.syntax, entry.fallback) = (.choice(["sticky", "legacy"]), .fixed("sticky"))
      (entry.scope, entry.countsOnCanaries) = (.ingress, true)
      entry.meaning = "keeps clients on the canary or the main Service (sticky), or not (legacy)"
      entry.notes = ["It is read from the canary Ingress."]
    case .changeOnFailure:
      (entry.syntax, entry.fallback) = (.flag, .fixed("false"))
      entry.meaning = "chooses another endpoint and a new cookie after a failed try"
      entry.notes = []
    case .type, .cookieName, .cookiePath, .cookieDomain, .cookieExpires, .cookieMaxAge,
      .cookieSameSite, .cookieSecure, .conditionalSameSite:
      break
    }
    return entry
  }

  private static func cookieEntry(of key: Key) -> AnnotationEntry {
    let newest = "The newest Ingress with affinity on the Service decides."
    func entry(
      _ syntax: ValueSyntax, _ fallback: AnnotationEntry.Fallback, _ risk: AnnotationRisk,
      _ meaning: String, _ notes: [String] = []
    ) -> AnnotationEntry {
      AnnotationEntry(
        syntax: syntax, fallback: fallback, scope: .upstream, risk: risk, meaning: meaning,
        notes: notes + [newest], fate: .lost(.answer))
    }
    let seconds = ValueSyntax.expression("(0|-?[1-9][0-9]*)", "a number of seconds")
    return switch key {
    case .cookieName:
      entry(
        .characters(.basic, ignoringBlanks: true), .fixed("INGRESSCOOKIE"), .medium,
        "names the cookie so")
    case .cookiePath:
      entry(
        .characters(.url, ignoringBlanks: true), .none, .medium, "gives the cookie this Path",
        ["Without it the Path is the path of the Ingress, also where that is an expression."])
    case .cookieDomain:
      entry(
        .characters(.basic, ignoringBlanks: true), .none, .medium, "gives the cookie this Domain")
    case .cookieExpires:
      entry(seconds, .none, .medium, "lets the cookie expire after these seconds")
    case .cookieMaxAge: entry(seconds, .none, .medium, "gives the cookie this Max-Age")
    case .cookieSameSite:
      entry(
        .choice(["None", "Lax", "Strict"], ignoringCase: true), .none, .low,
        "gives the cookie this SameSite",
        ["Only None, Lax and Strict in this spelling reach the cookie."])
    case .cookieSecure:
      entry(
        .flag, .none, .low, "marks the cookie Secure also over plain HTTP",
        ["Over https it is Secure anyway."])
    case .conditionalSameSite:
      entry(
        .flag, .fixed("false"), .low, "leaves SameSite=None out for browsers that misread it")
    case .type, .mode, .canaryBehavior, .changeOnFailure: algorithmEntry(of: key)
    }
  }
}
