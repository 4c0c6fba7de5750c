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
    if let foreign = ForeignAnnotation(annotation) {
      self.init(foreign)
    } else if annotation.hasPrefix(annotationPrefix),
      let obsolete = ObsoleteAnnotation.named(String(annotation.dropFirst(annotationPrefix.count)))
    {
      self.init(obsolete)
      self.annotation = annotation
    } else {
      return nil
    }
  }

  private init(_ obsolete: ObsoleteAnnotation) {
    annotation = annotationPrefix + obsolete.key
    rule = obsolete.rule
    severity = obsolete.severity
    history = obsolete.history
    successor = obsolete.successor.map { annotationPrefix + $0 }
    remedy = obsolete.remedy
  }

  private init(_ foreign: ForeignAnnotation) {
    annotation = foreign.key
    rule = ForeignAnnotation.rule
    severity = foreign.severity
    history = "It is \(foreign.owner)."
    successor = foreign.counterpart.map { annotationPrefix + $0 }
    remedy = foreign.remedy
  }
}
