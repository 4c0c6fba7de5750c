import Evidence

/// The kinds of findings about canaries; in each the new routes do what ingress-nginx does.
extension Rule {
  private static func canary(
    _ code: String, _ severity: Severity, title: String, before: String, remedy: String
  ) -> Rule {
    Rule(
      code, severity, .equivalent, title: title, before: before,
      after: "They do the same.", remedy: remedy)
  }

  static let canaryIncomplete = canary(
    "canary-incomplete", .warning,
    title: "Canary annotations stand on an Ingress that is no canary",
    before: "Without canary: \"true\" the Ingress is an ordinary one; the other keys do nothing.",
    remedy: "Add canary: \"true\", or remove the other canary annotations.")
  static let canaryHostNotServed = canary(
    "canary-host-not-served", .warning,
    title: "No ordinary Ingress serves the canary's host",
    before: "ingress-nginx ignores the canary there; the host answers 404.",
    remedy: "Add the main Ingress for the host, or remove the canary.")
  static let canaryUnmatched = canary(
    "canary-unmatched", .warning,
    title: "No main path has the canary's host, path and type",
    before: "ingress-nginx deletes the canary's upstream, also for its other paths.",
    remedy: "Give the canary the very path and pathType of the main Ingress.")
  static let canaryDeleted = canary(
    "canary-upstream-deleted", .warning,
    title: "The canary gets no traffic because one of its paths found no main path",
    before: "One unmatched path deletes the canary's upstream for all its paths.",
    remedy: "Remove the path that no main Ingress has.")
  static let canarySameService = canary(
    "canary-same-service", .warning,
    title: "The canary leads to the main Ingress's own Service and port",
    before: "ingress-nginx refuses to pair a Service with itself; the canary does nothing.",
    remedy: "Point the canary at its own Service.")
  static let canarySecondIgnored = canary(
    "canary-second-ignored", .warning,
    title: "Only the oldest canary of a Service counts",
    before: "ingress-nginx never consults a second canary of one upstream.",
    remedy: "Remove one of the canaries.")
  static let canaryPolicyOfAnother = canary(
    "canary-policy-of-another", .warning,
    title: "Another canary's rules decide for this one",
    before: "One Service has one canary policy: that of the oldest canary that uses it.",
    remedy: "Give each canary its own Service.")
  static let canaryServiceIsOrdinary = canary(
    "canary-service-is-ordinary", .warning,
    title: "The canary's Service is an ordinary backend elsewhere",
    before: "The upstream was made by an ordinary Ingress and has no canary policy: no traffic.",
    remedy: "Give the canary its own Service.")
  static let canaryWithoutEndpoints = canary(
    "canary-without-endpoints", .note,
    title: "Nothing stands behind the canary",
    before: "ingress-nginx sends everybody to the primary, also those with the canary header.",
    remedy: "Deploy the canary, or remove its Ingress.")
  static let canaryWeightTotalIgnored = canary(
    "canary-weight-total-ignored", .warning,
    title: "A canary-weight-total below 100 is ignored",
    before: "ingress-nginx draws from 100 unless the total is greater.",
    remedy: "Write the weight as a percentage, and remove the total.")
  static let canaryWeightOutOfRange = canary(
    "canary-weight-out-of-range", .note,
    title: "The canary weight is below zero or above the total",
    before: "Below zero is never, at or above the total is always.",
    remedy: "Write a weight between 0 and the total.")
  static let canaryHeaderMissing = canary(
    "canary-header-missing", .warning,
    title: "A header value or pattern without canary-by-header does nothing",
    before: "ingress-nginx looks at the value only when canary-by-header names the header.",
    remedy: "Add canary-by-header.")
  static let canaryPatternHidden = canary(
    "canary-pattern-hidden", .note,
    title: "The header pattern is ignored because a header value is set",
    before: "canary-by-header-value wins over canary-by-header-pattern.",
    remedy: "Remove one of the two.")
  static let canaryPatternInvalid = canary(
    "canary-pattern-invalid", .warning,
    title: "The header pattern is no valid regular expression",
    before: "Everybody who sends the header goes to the primary; cookie and weight do not count.",
    remedy: "Correct the pattern.")
  static let canaryWithoutRule = canary(
    "canary-without-rule", .note,
    title: "The canary has no header, cookie or weight",
    before: "ingress-nginx never sends it a request.",
    remedy: "Add canary-weight, or remove the canary.")
}
