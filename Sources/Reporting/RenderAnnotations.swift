public import Gatewright

/// Tells what annotations there are and what becomes of them.
public func render(_ annotations: [AnnotationDescription], as format: Format) -> String {
  switch format {
  case .text(let style): text(annotations, style)
  case .markdown: markdown(annotations)
  case .json: JSON(annotations).printed() + "\n"
  }
}

/// Tells which annotations are in use.
public func render(_ usage: AnnotationUsage, as format: Format) -> String {
  switch format {
  case .text(let style): text(usage, style)
  case .markdown: markdown(usage)
  case .json: JSON(usage).printed() + "\n"
  }
}

/// Tells what one word means.
public func render(_ explanation: Explanation, as format: Format) -> String {
  switch format {
  case .text(let style): text(explanation, style)
  case .markdown: markdown(explanation)
  case .json: JSON(explanation).printed() + "\n"
  }
}
