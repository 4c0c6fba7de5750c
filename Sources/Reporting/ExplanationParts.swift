import Evidence
import Gatewright

/// One thing that a word means, ready to be told.
struct ExplanationPart {
  /// What is explained.
  var title: String
  /// The first sentence.
  var lead: String
  /// What is known of it, each with a label; empty words are left out.
  var facts: [(label: String, words: String)]
  /// What else there is to say, one sentence each.
  var notes: [String] = []
}

extension Explanation {
  /// Everything that the word means.
  var parts: [ExplanationPart] {
    [
      annotation.map { part($0) }, ineffective.map { part($0) }, setting.map { part($0) },
      finding.map { part($0) },
    ].compactMap { $0 }
  }

  private func part(_ description: AnnotationDescription) -> ExplanationPart {
    ExplanationPart(
      title: description.annotation, lead: "ingress-nginx \(description.meaning).",
      facts: [
        ("value", description.syntax), ("default", description.fallback),
        ("holds for", description.scope.words), ("another value", description.failure.words),
        ("risk", description.risk.rawValue),
        ("on canaries", description.countsOnCanaries ? "read, too" : "not read"),
        ("new routes", description.fateWords), ("family", description.family),
        ("documented", description.documentation ?? "nowhere"),
      ], notes: description.notes)
  }

  private func part(_ ineffective: IneffectiveAnnotation) -> ExplanationPart {
    ExplanationPart(
      title: ineffective.annotation, lead: ineffective.history,
      facts: [
        ("reported as", ineffective.rule.code), ("severity", ineffective.severity.rawValue),
        ("successor", ineffective.successor ?? "none"), ("do", ineffective.remedy),
      ])
  }

  private func part(_ setting: SettingDescription) -> ExplanationPart {
    ExplanationPart(
      title: "\(setting.key) of the controller's ConfigMap",
      lead: "ingress-nginx \(setting.meaning).",
      facts: [
        ("default", setting.fallback.isEmpty ? "none" : setting.fallback),
        ("new routes", setting.fateWords),
      ])
  }

  private func part(_ rule: Rule) -> ExplanationPart {
    ExplanationPart(
      title: rule.code, lead: "\(rule.title).",
      facts: [
        ("severity", rule.severity.rawValue), ("effect", rule.effect.rawValue),
        ("today", rule.before), ("new routes", rule.after), ("do", rule.remedy),
      ])
  }
}
