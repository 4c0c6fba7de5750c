import Evidence
import Gatewright
import Reporting

/// The annotations as a page of Markdown.
func annotationsPage(
  _ annotations: [AnnotationDescription], _ ineffective: [IneffectiveAnnotation]
) -> String {
  var page = """
    # Annotations

    Every annotation of ingress-nginx v1.15.1, without the prefix `nginx.ingress.kubernetes.io/`, in
    the families in which the controller reads them. `gatewright explain KEY` tells the same of one;
    `gatewright annotations --used PATH` lists those that manifests use.

    - **value**: what the controller's validator admits.
    - **default**: what holds where nothing is written.
    - **holds for**: `location`: every path of the Ingress, and `/` of the hosts that it is the first
      to name; `server`: the whole host, for all Ingresses that name it; `upstream`: the Service and
      port, wherever they are used; `zone`: all hosts and paths of the Ingress together; `ingress`:
      the Ingress itself. A star says that it is also read on canary Ingresses.
    - **another value**: `ignored`: only the annotation is; `group-lost`: the whole family is;
      `denied`: every path answers 503; `dropped`: the controller refuses the whole Ingress.
    - **risk**: what the controller's `annotations-risk-level` looks at.
    - **new routes**: what becomes of it; an error, warning or note where it is not carried over.

    This page is made from the sources: `RECORD=1 swift test --filter AnnotationsPageTests` rewrites
    it.

    """
  let families = Dictionary(grouping: annotations, by: \.family).sorted { $0.key < $1.key }
  for (family, members) in families { page += section(family, members) }
  return page + annex(ineffective)
}

private func section(_ family: String, _ annotations: [AnnotationDescription]) -> String {
  var text = "\n## \(family)\n\n"
  let head = ["annotation", "value", "default", "holds for", "another value", "risk", "new routes"]
  text += line(head) + line(head.map { _ in "---" })
  for annotation in annotations {
    let fate = annotation.severity.map { "\($0.rawValue): \(annotation.fate)" } ?? "carried over"
    let scope = annotation.scope.rawValue + (annotation.countsOnCanaries ? " \\*" : "")
    let cells = [code(annotation.key), escaped(annotation.syntax), escaped(annotation.fallback)]
    let others = [scope, annotation.failure.rawValue, annotation.risk.rawValue, escaped(fate)]
    text += line(cells + others)
  }
  return text + "\n" + annotations.map(note).joined()
}

/// What the annotation means, and what else there is to say.
private func note(on annotation: AnnotationDescription) -> String {
  let link = annotation.documentation.map { " ([documented](\($0)))" } ?? ""
  let notes = annotation.notes.map { " \(escaped($0))" }.joined()
  return "- \(code(annotation.key)): ingress-nginx \(escaped(annotation.meaning)).\(notes)\(link)\n"
}

private func annex(_ ineffective: [IneffectiveAnnotation]) -> String {
  var text = "\n## Annotations without effect\n\n"
  text += "Manifests carry them all the same. A star at the end stands for any rest.\n\n"
  let head = ["annotation", "severity", "ingress-nginx", "what to do"]
  text += line(head) + line(head.map { _ in "---" })
  for annotation in ineffective.sorted(by: { $0.annotation < $1.annotation }) {
    let key = annotation.annotation.drop { $0 != "/" }.dropFirst()
    text += line([
      code(String(key)), annotation.severity.rawValue, escaped(annotation.history),
      escaped(annotation.remedy),
    ])
  }
  return text
}

private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
