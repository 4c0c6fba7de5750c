/// Gives another Service a part of the requests that a main Ingress would get.
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

  struct Setting: Sendable {
    var policy: Policy?
    /// Canary keys stand on an Ingress that is no canary: they do nothing.
    var isIncomplete = false
  }

  static func read(
    _ annotations: Annotations<Key>, doubts: inout [Doubt]
  ) throws(Refusal) -> Setting {
    guard lenientFlag(annotations, .enabled, default: "false", &doubts) == true else {
      let others = Key.allCases.filter { $0 != .enabled && annotations.written($0) != nil }
      return Setting(policy: nil, isIncomplete: !others.isEmpty)
    }
    return Setting(policy: policy(annotations, &doubts))
  }

  private static func policy(
    _ annotations: Annotations<Key>, _ doubts: inout [Doubt]
  ) -> Policy {
    let noHeader = "the header rule is not there"
    let plainHeader = "the header's always and never count instead"
    return Policy(
      header: lenientText(annotations, .header, .basicWithBlanks, else: noHeader, &doubts) ?? "",
      headerValue: lenientText(
        annotations, .headerValue, .basicWithBlanks, else: plainHeader, &doubts) ?? "",
      headerPattern: lenientText(
        annotations, .headerPattern, .regex, else: plainHeader, &doubts) ?? "",
      cookie: lenientText(
        annotations, .cookie, .basicWithBlanks, else: "the cookie rule is not there", &doubts)
        ?? "",
      weight: lenientInteger(annotations, .weight, default: "0", &doubts) ?? 0,
      weightTotal: lenientInteger(annotations, .weightTotal, default: "100", &doubts) ?? 100)
  }
}
