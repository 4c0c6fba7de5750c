import Kubernetes

/// The annotations of one Ingress under the controller's prefix, by the rest of their keys.
struct PrefixedAnnotations: Sendable {
  let byKey: [String: Annotation]
  /// The same, in the order of the manifest.
  let inOrder: [(key: String, annotation: Annotation)]

  init(_ annotations: [Annotation], prefix: String = "nginx.ingress.kubernetes.io") {
    let start = prefix + "/"
    var ordered: [(key: String, annotation: Annotation)] = []
    for annotation in annotations where annotation.key.hasPrefix(start) {
      ordered.append((String(annotation.key.dropFirst(start.count)), annotation))
    }
    inOrder = ordered
    byKey = Dictionary(ordered.map { ($0.key, $0.annotation) }) { _, last in last }
  }

  var isEmpty: Bool { inOrder.isEmpty }

  subscript(key: String) -> Annotation? { byKey[key] }
}

/// The value with white space trimmed around each line (`parser.normalizeString`).
func trimmedLines(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 == UInt8(ascii: "\n") }) else { return trimmed(text[...]) }
  return text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { trimmed($0) }.joined(separator: "\n")
}

/// The text without white space at both ends.
func trimmed(_ text: Substring) -> String {
  let isSpace = { (character: Character) in character.isWhitespace || character.isNewline }
  var rest = text.drop(while: isSpace)
  while let last = rest.last, isSpace(last) { rest.removeLast() }
  return String(rest)
}
