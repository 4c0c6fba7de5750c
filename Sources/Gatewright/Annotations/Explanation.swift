public import Evidence
import IngressNGINX

/// Everything that one word of a report or of a manifest means; at least one of it is there.
public struct Explanation: Hashable, Sendable {
  /// The annotation of ingress-nginx with this key.
  public var annotation: AnnotationDescription?
  /// The annotation with this key that ingress-nginx does not read.
  public var ineffective: IneffectiveAnnotation?
  /// The key of the controller's ConfigMap.
  public var setting: SettingDescription?
  /// The kind of finding with this code.
  public var finding: Rule?
  /// The EnvoyFilters that may say it; nil where no EnvoyFilter is ever written for it.
  public var envoyFilters: EnvoyFilters?

  /// What `--allow-envoy-filter` writes.
  public struct EnvoyFilters: Hashable, Sendable {
    /// How they do it.
    public var recipes: [EnvoyFilterRecipe]
    /// The objects; empty where the manifests ask for none.
    public var manifests: [Manifest]
    /// Whether they are written for an example, not for manifests of the user.
    public var isExample: Bool
  }

  /// Whether the word means nothing.
  fileprivate var isEmpty: Bool {
    annotation == nil && ineffective == nil && setting == nil && finding == nil
  }
}

/// Explains an annotation, with or without its prefix, a key of the controller's ConfigMap, or the
/// code of a finding.
///
/// - Parameters:
///   - word: the key or code.
///   - inputs: the manifests for which EnvoyFilters are shown; nil shows those of an example.
///   - options: what the user chose.
/// - Returns: everything that is known of it; nil for an unknown word.
public func explain(
  _ word: String, in inputs: [Input]? = nil, options: MigrationOptions = MigrationOptions()
) -> Explanation? {
  let isWhole = word.contains("/")
  let whole = isWhole ? word : "\(annotationPrefix)/\(word)"
  var explanation = Explanation()
  explanation.annotation = AnnotationDescription.all.first { $0.annotation == whole }
  if explanation.annotation == nil { explanation.ineffective = IneffectiveAnnotation(whole) }
  if !isWhole {
    explanation.setting = SettingDescription.all.first { $0.key == word }
    explanation.finding = rules.first { $0.code == word }
  }
  guard !explanation.isEmpty else { return nil }
  explanation.envoyFilters = envoyFilters(
    about: isWhole ? explanation.annotation?.key : word, inputs, options)
  return explanation
}

/// The EnvoyFilters about a word, for the inputs or for an example.
private func envoyFilters(
  about word: String?, _ inputs: [Input]?, _ options: MigrationOptions
) -> Explanation.EnvoyFilters? {
  let recipes = word.map { EnvoyFilterRecipe.about($0) } ?? []
  guard !recipes.isEmpty else { return nil }
  return Explanation.EnvoyFilters(
    recipes: recipes,
    manifests: inputs.map { EnvoyFilterRecipe.manifests(recipes, for: $0, options: options) }
      ?? EnvoyFilterRecipe.example(of: recipes), isExample: inputs == nil)
}

/// The word that was probably meant by one that cannot be explained; nil where none is near.
public func explainableWord(near word: String) -> String? {
  let start = annotationPrefix + "/"
  let known = Set(
    AnnotationDescription.all.map(\.key) + SettingDescription.all.map(\.key) + rules.map(\.code))
  return nearestWord(
    to: word.hasPrefix(start) ? String(word.dropFirst(start.count)) : word, among: known)
}

private let rules = CatalogueChapter.all.flatMap(\.rules)
