import Evidence

/// The code of the finding that explains what `--style` changes.
package let styleChangesAnswerCode = Rule.styleChangesAnswer.code

extension Rule {
  /// Every rule about `--style`.
  static let ofStyle: [Rule] = [.styleChangesAnswer, .styleNotApplied]

  static let styleChangesAnswer = Rule(
    "style-changes-answer", .note, .changed,
    title: "The path has the form that its author meant",
    before: "ingress-nginx reads the path as a regular expression that ignores case and is open at "
      + "its end, redirects to it, or gives it the canary of its Service.",
    after: "They match the plain path; the report lists each kind of request that is answered "
      + "differently.",
    remedy: "Use --style faithful if one of these requests has to be answered as before.")
  static let styleNotApplied = Rule(
    "style-not-applied", .note, .equivalent,
    title: "The host keeps the form that answers every request as before",
    before: "Every path of the host is a regular expression, and the first that fits counts.",
    after: "They match the same expressions, in the same order.",
    remedy: "Nothing, or give the paths a form that --style idiomatic can write.")
}
