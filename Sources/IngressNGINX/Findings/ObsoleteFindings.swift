import Evidence
import Kubernetes

/// What is to be said of an annotation under the controller's prefix that it does not know.
func unknownAnnotationFinding(
  _ key: String, _ annotation: Annotation, _ ingress: Ingress, _ prefix: String
) -> Finding {
  let field = "\(prefix)/\(key)"
  guard let obsolete = ObsoleteAnnotation.named(key) else {
    let nearest = nearestWord(to: key, among: Family.entries.keys)
    return Finding(
      .annotationUnknown, of: ingress.reference, at: annotation.place, field: field,
      severity: nearest.map(seemsToProtect) == true ? .warning : nil,
      message: nearest.map { "did you mean \(prefix)/\($0)?" } ?? "")
  }
  return Finding(
    obsolete.rule, of: ingress.reference, at: annotation.place, field: field,
    severity: obsolete.severity, before: obsolete.history, remedy: obsolete.remedy)
}

/// What is to be said of the annotations of an Ingress that look as if ingress-nginx read them.
func foreignAnnotationFindings(_ ingress: Ingress, prefix: String) -> [Finding] {
  ingress.metadata.annotations.compactMap { annotation in
    guard let foreign = ForeignAnnotation(annotation.key, prefix: prefix) else { return nil }
    return Finding(
      .annotationOfAnotherController, of: ingress.reference, at: annotation.place,
      field: annotation.key, severity: foreign.severity, message: "it is \(foreign.owner)",
      remedy: foreign.remedy)
  }
}

extension Rule {
  static let annotationRemoved = Rule(
    "annotation-removed", .note, .equivalent,
    title: "ingress-nginx no longer reads the annotation",
    before: "An older release of ingress-nginx read it; v1.15.1 ignores it without a word.",
    after: "They ignore it as well.",
    remedy: "Remove it, or use what took its place.")
  static let annotationNeverExisted = Rule(
    "annotation-never-existed", .note, .equivalent,
    title: "No release of ingress-nginx has read the annotation",
    before: "ingress-nginx ignores it without a word, as it always did.",
    after: "They ignore it as well.",
    remedy: "Remove it.")
  static let annotationOfAnotherController = Rule(
    "annotation-of-another-controller", .note, .equivalent,
    title: "The annotation is not for ingress-nginx",
    before: "ingress-nginx does not read it.",
    after: "They ignore it as well.",
    remedy: "Remove it, unless another controller needs it.")
}
