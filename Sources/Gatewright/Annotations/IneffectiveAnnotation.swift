public import Evidence
import IngressNGINX

/// An annotation that ingress-nginx v1.15.1 does not read, and that manifests carry all the same.
public struct IneffectiveAnnotation: Hashable, Sendable {
  /// The whole key; a star at its end stands for any rest.
  public var annotation: String
  /// The kind of finding that reports it.
  public var rule: Rule
  /// How much it matters where it is written.
  public var severity: Severity
  /// What ingress-nginx did and does with it, one sentence.
  public var history: String
  /// The whole key of the annotation that took its place; nil for none.
  public var successor: String?
  /// What to do, one sentence.
  public var remedy: String

  /// Every known one under the prefix of ingress-nginx.
  public static let all: [IneffectiveAnnotation] = ObsoleteAnnotation.all.map { Self($0) }
}

extension IneffectiveAnnotation {
  /// What is known of a whole key; nil where ingress-nginx reads it, or where nothing is known.
  public init?(_ annotation: String) {
    let start = annotationPrefix + "/"
    self.init(
      annotation,
      key: annotation.hasPrefix(start) ? String(annotation.dropFirst(start.count)) : nil)
  }

  /// What is known of an annotation whose key without the prefix is told, where it has the prefix.
  init?(_ annotation: String, key: String?) {
    if let key {
      guard let obsolete = ObsoleteAnnotation.named(key) else { return nil }
      self.init(obsolete)
      self.annotation = annotation
    } else {
      guard let foreign = ForeignAnnotation(annotation, prefix: annotationPrefix) else {
        return nil
      }
      self.init(foreign)
    }
  }

  private init(_ obsolete: ObsoleteAnnotation) {
    annotation = "\(annotationPrefix)/\(obsolete.key)"
    rule = obsolete.rule
    severity = obsolete.severity
    history = obsolete.history
    successor = obsolete.successor.map { "\(annotationPrefix)/\($0)" }
    remedy = obsolete.remedy
  }

  private init(_ foreign: ForeignAnnotation) {
    annotation = foreign.key
    rule = ForeignAnnotation.rule
    severity = foreign.severity
    history = "It is \(foreign.owner)."
    successor = foreign.counterpart.map { "\(annotationPrefix)/\($0)" }
    remedy = foreign.remedy
  }
}
