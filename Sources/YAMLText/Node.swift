package import Evidence

/// A position in one text: line and column, counted from 1; zero means "made, not read".
package struct Mark: Hashable, Sendable {
  package var line: UInt32
  package var column: UInt32

  package init(line: UInt32 = 0, column: UInt32 = 0) {
    self.line = line
    self.column = column
  }

  /// The position as a place in the named file.
  package func place(in file: String) -> Place {
    Place(file: file, line: Int(line), column: Int(column))
  }
}

/// One value of a YAML or JSON text, with its position; also what the printer prints.
package struct Node: Sendable {
  /// What a value is.
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  package var content: Content
  package var mark: Mark
  /// Comment lines, without `#`, that the printer writes above this value; a parser leaves them out.
  package var comments: [String]

  package init(_ content: Content, mark: Mark = Mark(), comments: [String] = []) {
    self.content = content
    self.mark = mark
    self.comments = comments
  }
}

/// One key and its value in a mapping.
package struct Entry: Sendable {
  package var key: String
  package var keyMark: Mark
  package var value: Node

  package init(_ key: String, _ value: Node, keyMark: Mark = Mark()) {
    self.key = key
    self.keyMark = keyMark
    self.value = value
  }
}

/// A single value: its text and the type the Kubernetes API server gives it.
package struct Scalar: Hashable, Sendable {
  /// The types of YAML 1.1 as the API server resolves them.
  package enum Kind: Hashable, Sendable {
    case null
    case bool
    case integer
    case decimal
    case string
  }

  /// The text as written, without quotes and escapes.
  package var text: String
  package var kind: Kind

  package init(_ text: String, _ kind: Kind = .string) {
    self.text = text
    self.kind = kind
  }
}

extension Node: Hashable {
  /// Two trees are equal when their values are; positions and comments do not count.
  package static func == (left: Node, right: Node) -> Bool {
    switch (left.content, right.content) {
    case (.scalar(let left), .scalar(let right)): left == right
    case (.sequence(let left), .sequence(let right)): left == right
    case (.mapping(let left), .mapping(let right)): left == right
    case (.scalar, _), (.sequence, _), (.mapping, _): false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch content {
    case .scalar(let scalar): hasher.combine(scalar)
    case .sequence(let nodes): hasher.combine(nodes)
    case .mapping(let entries): hasher.combine(entries)
    }
  }
}

extension Entry: Hashable {
  package static func == (left: Entry, right: Entry) -> Bool {
    left.key == right.key && left.value == right.value
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(value)
  }
}

extension Node {
  /// A string value.
  package static func string(_ text: String) -> Node { Node(.scalar(Scalar(text))) }
  /// An integer value.
  package static func integer(_ value: Int) -> Node {
    Node(.scalar(Scalar(String(value), .integer)))
  }
  /// A boolean value.
  package static func bool(_ value: Bool) -> Node {
    Node(.scalar(Scalar(value ? "true" : "false", .bool)))
  }
  /// A list of values.
  package static func sequence(_ nodes: [Node]) -> Node { Node(.sequence(nodes)) }
  /// A mapping in the given order.
  package static func mapping(_ entries: [Entry]) -> Node { Node(.mapping(entries)) }

  /// The value of the first entry with this key, when this is a mapping.
  package subscript(key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// This value with comment lines above it.
  package func commented(_ lines: [String]) -> Node {
    var copy = self
    copy.comments = lines
    return copy
  }
}
