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

  /// Whether the word means nothing.
  fileprivate var isEmpty: Bool {
    annotation == nil && ineffective == nil && setting == nil && finding == nil
  }
}

/// Explains an annotation, with or without its prefix, a key of the controller's ConfigMap, or the
/// code of a finding.
///
/// - Parameter word: the key or code.
/// - Returns: everything that is known of it; nil for an unknown word.
public func explain(_ word: String) -> Explanation? {
  let isWhole = word.contains("/")
  let whole = isWhole ? word : "\(annotationPrefix)/\(word)"
  var explanation = Explanation()
  explanation.annotation = AnnotationDescription.all.first { $0.annotation == whole }
  if explanation.annotation == nil { explanation.ineffective = IneffectiveAnnotation(whole) }
  if !isWhole {
    explanation.setting = SettingDescription.all.first { $0.key == word }
    explanation.finding = rules.first { $0.code == word }
  }
  return explanation.isEmpty ? nil : explanation
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
