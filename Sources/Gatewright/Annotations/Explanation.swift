public import Evidence
import IngressNGINX

/// What one word of a report or of a manifest means.
public enum Explanation: Hashable, Sendable {
  /// An annotation of ingress-nginx.
  case annotation(AnnotationDescription)
  /// An annotation that ingress-nginx does not read.
  case ineffective(IneffectiveAnnotation)
  /// A kind of finding.
  case finding(Rule)
}

/// Explains an annotation, with or without its prefix, or the code of a finding.
///
/// - Parameter word: the key or code.
/// - Returns: what is known of it; nil for an unknown word.
public func explain(_ word: String) -> Explanation? {
  let isWhole = word.contains("/")
  let whole = isWhole ? word : annotationPrefix + word
  if let described = AnnotationDescription.all.first(where: { $0.annotation == whole }) {
    return .annotation(described)
  }
  if !isWhole, let rule = rules.first(where: { $0.code == word }) { return .finding(rule) }
  return IneffectiveAnnotation(whole).map { .ineffective($0) }
}

/// The word that was probably meant by one that cannot be explained; nil where none is near.
public func explainableWord(near word: String) -> String? {
  let known = AnnotationDescription.all.map(\.key) + rules.map(\.code)
  let start = word.hasPrefix(annotationPrefix) ? annotationPrefix.count : 0
  return nearestWord(to: String(word.dropFirst(start)), among: known)
}

private let rules = CatalogueChapter.all.flatMap(\.rules)
