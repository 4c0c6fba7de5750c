/// A collection that has started but not ended.
struct Frame {
  /// What kind of collection it is.
  enum Shape {
    case sequence
    case mapping
  }

  /// The levels that one document may nest, far beyond any object and safe for recursive readers.
  static let deepest = 1000

  let shape: Shape
  let mark: Mark
  /// Where its children start on the builder's stack.
  let start: Int
  let anchor: String?
  /// The nodes of the document before it.
  let nodesBefore: Int
  /// The levels below it.
  var height = 0
  /// The key that waits for its value.
  var key: Key?
  /// The values of its keys `<<`.
  var merges: [Merge] = []
  /// The places of its keys on the stack, once they are many.
  var index: [String: Int] = [:]

  /// Whether the next value is a key.
  var awaitsKey: Bool { shape == .mapping && key == nil }
}

/// The value of a key `<<`, and how many keys of the mapping stand before it.
struct Merge {
  let node: Node
  let keysBefore: Int
}

/// A key of a mapping as written.
struct Key {
  let text: String
  let mark: Mark
  let isMerge: Bool
}

/// Refuses a document that nests too deep.
func tooDeep(_ events: borrowing Events) -> SyntaxError {
  events.error(
    at: events.mark, "The document nests more than \(Frame.deepest) levels deep.",
    "Remove the nesting; no Kubernetes object needs it.")
}

/// Refuses a list or mapping as a key, as go-yaml does.
func keyIsCollection(_ events: borrowing Events) -> SyntaxError {
  events.error(
    at: events.mark, "A key is a list or a mapping, but JSON knows only text as keys.",
    "Write the key as text; a template placeholder such as `{{ name }}` must be rendered first.")
}
