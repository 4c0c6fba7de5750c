package import Evidence
import YAMLText

extension FieldReader {
  /// Steps into a field that must be a mapping; nil where there is none.
  package mutating func mapping<Value>(
    _ key: String, _ read: (inout FieldReader) -> Value
  ) -> Value? {
    guard let node = node(key) else { return nil }
    path.append(.key(key))
    defer { path.removeLast() }
    return step(into: node, read)
  }

  /// Steps into each element of a field that must be a list of mappings; empty where there is none.
  package mutating func list<Value>(
    _ key: String, _ read: (inout FieldReader) -> Value
  ) -> [Value] {
    elements(key) { fields, node in fields.step(into: node, read) }
  }

  /// The elements of a field that must be a list of strings; empty where there is none.
  package mutating func strings(_ key: String) -> [String] {
    elements(key) { fields, node in fields.string(node) }
  }

  /// The elements of a field that must be a list of strings, each with its place.
  package mutating func placedStrings(_ key: String) -> [(text: String, place: Place)] {
    elements(key) { fields, node in
      fields.string(node).map { ($0, node.mark.place(in: fields.file)) }
    }
  }

  /// The entries of a field that must be a mapping to strings, each with its place.
  package mutating func stringEntries(_ key: String) -> [Annotation] {
    let entries = mapping(key) { fields in
      fields.ignoreOthers()
      return fields.stringEntries()
    }
    return entries ?? []
  }

  private mutating func stringEntries() -> [Annotation] {
    var found: [Annotation] = []
    found.reserveCapacity(level.entries.count)
    for entry in level.entries {
      path.append(.key(entry.key))
      // A null value reads as the empty string, as in Go.
      let value = entry.value.isNull ? "" : string(entry.value)
      path.removeLast()
      guard let value else { continue }
      found.append(
        Annotation(key: entry.key, value: value, place: entry.keyMark.place(in: file)))
    }
    return found
  }

  private mutating func elements<Value>(
    _ key: String, _ read: (inout FieldReader, Node) -> Value?
  ) -> [Value] {
    guard let node = node(key) else { return [] }
    path.append(.key(key))
    defer { path.removeLast() }
    guard case .sequence(let nodes) = node.content else {
      reportType(of: node, expected: "a list")
      return []
    }
    var values: [Value] = []
    for (index, element) in nodes.enumerated() {
      path.append(.index(index))
      if let value = read(&self, element) { values.append(value) }
      path.removeLast()
    }
    return values
  }

  private mutating func step<Value>(
    into node: Node, _ read: (inout FieldReader) -> Value
  ) -> Value? {
    guard case .mapping(let entries) = node.content else {
      reportType(of: node, expected: "a mapping")
      return nil
    }
    let outer = level
    level = Level(entries: entries, mark: node.mark)
    let value = read(&self)
    reportUnknownFields()
    level = outer
    return value
  }
}
