/// Gives another Service a part of the requests that a main Ingress would get (`canary`).
enum Canary: AnnotationFamily {
  enum Key: String, CaseIterable {
    case enabled = "canary"
    case header = "canary-by-header"
    case headerValue = "canary-by-header-value"
    case headerPattern = "canary-by-header-pattern"
    case cookie = "canary-by-cookie"
    case weight = "canary-weight"
    case weightTotal = "canary-weight-total"
  }

  /// What a canary Ingress asks for; nil where the Ingress is no canary.
  struct Policy: Hashable {
    var header = ""
    var headerValue = ""
    var headerPattern = ""
    var cookie = ""
    var weight = 0
    /// As written; ingress-nginx honours it only above 100.
    var weightTotal = 100

    /// The number that weights are drawn from (`balancer.lua`: a total below 100 counts as 100).
    var effectiveTotal: Int { weightTotal > 100 ? weightTotal : 100 }
  }

  struct Setting: FamilySetting {
    var policy: Policy?
    /// Canary keys stand on an Ingress that is no canary: they do nothing.
    var isIncomplete = false
  }

  static let heading: String? = "canary"

  static func entry(of key: Key) -> AnnotationEntry {
    let header = ValueSyntax.characters(.basic, ignoringBlanks: true)
    var entry = AnnotationEntry(
      syntax: header, scope: .upstream, risk: .medium, meaning: "", fate: .carriedOver,
      countsOnCanaries: true)
    switch key {
    case .enabled:
      entry.syntax = .flag
      (entry.fallback, entry.scope, entry.risk) = (.fixed("false"), .ingress, .low)
      entry.meaning = "takes the Ingress for a canary of a main Ingress with the same host and path"
      entry.notes = [
        "A canary makes no host and no location of its own.",
        "Anything but a boolean makes the Ingress an ordinary one, which competes for its paths.",
      ]
    case .header:
      entry.meaning =
        "sends requests to the canary whose header says always, and none that says never"
      entry.notes = ["A name with a blank is accepted and never matches."]
    case .headerValue:
      entry.meaning = "sends requests to the canary whose header has exactly this value"
      entry.notes = ["always and never then mean nothing."]
    case .headerPattern:
      entry.syntax = .characters(.regex)
      entry.meaning = "sends requests to the canary whose header the expression is found in"
      entry.notes = ["It is PCRE, found anywhere, and ignored beside canary-by-header-value."]
    case .cookie:
      entry.meaning =
        "sends requests to the canary whose cookie says always, and none that says never"
    case .weight:
      (entry.syntax, entry.fallback, entry.risk) = (.integer, .fixed("0"), .low)
      entry.meaning = "sends this share of all other requests to the canary"
    case .weightTotal:
      (entry.syntax, entry.fallback, entry.risk) = (.integer, .fixed("100"), .low)
      entry.meaning = "takes this for the number that canary-weight is a share of"
      entry.notes = ["A total below 100 is ignored."]
    }
    return entry
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    guard try annotations.flag(.enabled) == true else {
      let others = Key.allCases.filter { $0 != .enabled && annotations.written($0) != nil }
      return Setting(policy: nil, isIncomplete: !others.isEmpty)
    }
    return Setting(
      policy: Policy(
        header: try annotations.text(.header) ?? "",
        headerValue: try annotations.text(.headerValue) ?? "",
        headerPattern: try annotations.text(.headerPattern) ?? "",
        cookie: try annotations.text(.cookie) ?? "",
        weight: try annotations.integer(.weight) ?? 0,
        weightTotal: try annotations.integer(.weightTotal) ?? 100))
  }
}

extension IngressSettings {
  var canary: Canary.Setting { self[Canary.self] }
}
