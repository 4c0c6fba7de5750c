import YAMLText

/// One field of an object on its way to a typed value: its path, and its value where there is one.
struct Field {
  let path: String
  /// Nil where the field is left out or null.
  let node: Node?

  init(_ node: Node?, path: String) {
    self.path = path
    if case .scalar(let scalar)? = node?.content, scalar.kind == .null {
      self.node = nil
    } else {
      self.node = node
    }
  }

  /// The field below this one.
  subscript(key: String) -> Field {
    Field(node?[key], path: path.isEmpty ? key : "\(path).\(key)")
  }

  /// Whether something is written here.
  var isWritten: Bool { node != nil }

  /// The refusal of this field.
  func refused(_ message: String) -> Refusal {
    Refusal(field: path, message: message, mark: node?.mark ?? Mark())
  }

  /// The elements of a list, each decoded; empty where the list is left out.
  func items<Item>(_ decode: (Field) throws(Refusal) -> Item) throws(Refusal) -> [Item] {
    guard let node else { return [] }
    guard case .sequence(let nodes) = node.content else { throw refused("must be a list") }
    var items: [Item] = []
    for (index, node) in nodes.enumerated() {
      items.append(try decode(Field(node, path: "\(path)[\(index)]")))
    }
    return items
  }

  /// The value decoded; nil where it is left out.
  func optional<Value>(_ decode: (Field) throws(Refusal) -> Value) throws(Refusal) -> Value? {
    guard let node else { return nil }
    guard case .mapping = node.content else { throw refused("must be a mapping") }
    return try decode(self)
  }
}

extension Field {
  /// The entries of a mapping that have other keys than these, as written.
  func entries(except known: Set<String>) -> [Entry] {
    guard case .mapping(let entries)? = node?.content else { return [] }
    return entries.filter { !known.contains($0.key) }
  }
}
