import Gatewright

/// Every annotation as a table.
func markdown(_ annotations: [AnnotationDescription]) -> String {
  let rows = annotations.map { annotation in
    [
      code(annotation.key), escaped(annotation.meaning), escaped(annotation.fateWords),
      link(annotation),
    ]
  }
  return "# Annotations of ingress-nginx v1.15.1\n\n"
    + table(["annotation", "ingress-nginx …", "new routes", "documented"], rows)
}

/// The annotations in use as a table.
func markdown(_ usage: AnnotationUsage) -> String {
  let rows = usage.rows.map { row in
    [
      code(row.annotation), grouped(row.total), escaped(row.namespaceWords.joined(separator: ", ")),
      escaped(row.standing.today), escaped(row.standing.fateWords),
      row.standing.description.map { link($0) } ?? "",
    ]
  }
  var text = "# Annotations in use\n\n"
  text +=
    rows.isEmpty
    ? "No Ingress has an annotation for ingress-nginx.\n"
    : table(["annotation", "Ingresses", "in", "today", "new routes", "documented"], rows)
  for group in usage.findings { text += "\n" + markdown(group) }
  return text
}

private func link(_ annotation: AnnotationDescription) -> String {
  let heading = escaped(String(annotation.heading.dropFirst()))
  return annotation.documentation.map { "[\(heading)](\($0))" } ?? ""
}
