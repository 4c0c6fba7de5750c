import Evidence
import YAMLText

/// Everything that one text yields.
struct Reading {
  var documents: [Document] = []
  var errors: [SyntaxError] = []

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) {
    parse(bytes, file: "a.yaml") { result in
      switch result {
      case .success(let document): documents.append(document)
      case .failure(let error): errors.append(error)
      }
    }
  }

  var roots: [Node] { documents.map(\.root) }
  var root: Node? { documents.first?.root }
}

/// The tree as YAML.
func printed(_ node: Node) -> String {
  var text = ""
  print(node, into: &text)
  return text
}

extension Node {
  /// The scalar, when this is one.
  var scalar: Scalar? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar
  }
}
