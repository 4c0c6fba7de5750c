import Evidence
import Gatewright

extension JSON {
  /// Every annotation; `schemaVersion` grows when a field changes its meaning or goes away.
  init(_ annotations: [AnnotationDescription]) {
    self = .object([
      Member("schemaVersion", .integer(1)),
      Member("annotations", .array(annotations.map { JSON($0) })),
    ])
  }

  /// The annotations in use, likewise.
  init(_ usage: AnnotationUsage) {
    self = .object([
      Member("schemaVersion", .integer(1)),
      Member("annotations", .array(usage.rows.map { JSON($0) })),
      Member("findings", .array(usage.findings.map { JSON($0) })),
    ])
  }

  /// What one word means, likewise; what it does not mean is null.
  init(_ explanation: Explanation) {
    self = .object([
      Member("schemaVersion", .integer(1)),
      Member("annotation", explanation.annotation.map { JSON($0) } ?? .null),
      Member("ineffective", explanation.ineffective.map { JSON($0) } ?? .null),
      Member("setting", explanation.setting.map { JSON($0) } ?? .null),
      Member("finding", explanation.finding.map { JSON($0) } ?? .null),
      Member("envoyFilters", explanation.envoyFilters.map { JSON($0) } ?? .null),
    ])
  }

  private init(_ filters: Explanation.EnvoyFilters) {
    self = .object([
      Member("isExample", .bool(filters.isExample)),
      Member(
        "recipes",
        .array(
          filters.recipes.map { recipe in
            .object([
              Member("suffix", .string(recipe.suffix)), Member("meaning", .string(recipe.meaning)),
              Member("envoy", .string(recipe.envoy)),
              Member("limits", .array(recipe.limits.map { .string($0) })),
            ])
          })),
      Member("manifests", .array(filters.manifests.map { .string($0.yaml) })),
    ])
  }

  private init(_ row: AnnotationUsage.Row) {
    var (description, ineffective, nearest) = (JSON.null, JSON.null, JSON.null)
    switch row.standing {
    case .read(let known): description = JSON(known)
    case .ineffective(let known): ineffective = JSON(known)
    case .unknown(let meant): nearest = JSON(meant)
    }
    self = .object([
      Member("annotation", .string(row.annotation)), Member("standing", .string(row.standing.word)),
      Member("ingresses", .integer(row.total)), Member("namespaces", JSON(row.namespaces)),
      Member("description", description), Member("ineffective", ineffective),
      Member("nearest", nearest),
    ])
  }

  private init(_ description: AnnotationDescription) {
    self = .object([
      Member("annotation", .string(description.annotation)),
      Member("key", .string(description.key)), Member("family", .string(description.family)),
      Member("meaning", .string(description.meaning)),
      Member("syntax", .string(description.syntax)),
      Member("default", .string(description.fallback)),
      Member("scope", .string(description.scope.rawValue)),
      Member("failure", .string(description.failure.rawValue)),
      Member("risk", .string(description.risk.rawValue)),
      Member("countsOnCanaries", .bool(description.countsOnCanaries)),
      Member("carriedOver", .bool(description.severity == nil)),
      Member("severity", JSON(description.severity?.rawValue)),
      Member("fate", .string(description.fate)),
      Member("notes", .array(description.notes.map { .string($0) })),
      Member("documentation", JSON(description.documentation)),
    ])
  }

  private init(_ ineffective: IneffectiveAnnotation) {
    self = .object([
      Member("annotation", .string(ineffective.annotation)),
      Member("code", .string(ineffective.rule.code)),
      Member("severity", .string(ineffective.severity.rawValue)),
      Member("history", .string(ineffective.history)),
      Member("successor", JSON(ineffective.successor)),
      Member("remedy", .string(ineffective.remedy)),
    ])
  }

  private init(_ setting: SettingDescription) {
    self = .object([
      Member("key", .string(setting.key)), Member("meaning", .string(setting.meaning)),
      Member("default", .string(setting.fallback)),
      Member("carriedOver", .bool(setting.severity == nil)),
      Member("severity", JSON(setting.severity?.rawValue)), Member("fate", .string(setting.fate)),
    ])
  }

  private init(_ rule: Rule) {
    self = .object([
      Member("code", .string(rule.code)), Member("severity", .string(rule.severity.rawValue)),
      Member("effect", .string(rule.effect.rawValue)), Member("title", .string(rule.title)),
      Member("before", .string(rule.before)), Member("after", .string(rule.after)),
      Member("remedy", .string(rule.remedy)),
    ])
  }
}
