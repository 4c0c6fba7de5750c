import YAMLText

extension FieldReader {
  /// A field that must be a string.
  package mutating func string(_ key: String) -> String? {
    scalar(key) { fields, node in fields.string(node) }
  }

  /// A field that must be a whole number within a range.
  package mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    scalar(key) { fields, node in fields.integer(node, in: range) }
  }

  /// A field that must be true or false.
  package mutating func bool(_ key: String) -> Bool? {
    scalar(key) { fields, node in
      guard case .scalar(let scalar) = node.content, scalar.kind == .bool else {
        fields.reportType(of: node, expected: "true or false")
        return nil
      }
      return ["true", "yes", "on", "y"].contains(scalar.text.lowercased())
    }
  }

  /// A field that must be one of the words of an enumeration, written exactly.
  package mutating func word<Word>(_ key: String, as type: Word.Type = Word.self) -> Word?
  where Word: RawRepresentable<String> & CaseIterable {
    guard let text = string(key) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    report(
      .invalidValue, at: key, message: "Expected one of \(words), found \(shown(text)).",
      remedy: "Write one of \(words).")
    return nil
  }

  /// A field that names a port by number or by name, as `intstr.IntOrString` does.
  package mutating func port(_ key: String) -> ServicePortReference? {
    scalar(key) { fields, node in
      guard case .scalar(let scalar) = node.content, scalar.kind == .integer else {
        return fields.string(node, expected: "a port number or a port name")
          .map(ServicePortReference.name)
      }
      return fields.integer(node, in: 1...65_535).map(ServicePortReference.number)
    }
  }

  /// A value that must be a string.
  mutating func string(_ node: Node, expected: String = "a string") -> String? {
    if case .scalar(let scalar) = node.content, scalar.kind == .string { return scalar.text }
    reportType(of: node, expected: expected)
    return nil
  }

  /// A value that must be a whole number within a range.
  mutating func integer(_ node: Node, in range: ClosedRange<Int>) -> Int? {
    guard case .scalar(let scalar) = node.content, scalar.kind == .integer else {
      reportType(of: node, expected: "a whole number")
      return nil
    }
    if let value = Int(yaml: scalar.text), range.contains(value) { return value }
    let limits = "from \(range.lowerBound) to \(range.upperBound)"
    reportHere(
      .invalidValue, node.mark,
      message: "Expected a number \(limits), found \(shown(scalar.text)).",
      remedy: "Write a number \(limits).")
    return nil
  }

  private mutating func scalar<Value>(
    _ key: String, _ read: (inout FieldReader, Node) -> Value?
  ) -> Value? {
    guard let node = node(key) else { return nil }
    path.append(.key(key))
    defer { path.removeLast() }
    return read(&self, node)
  }
}
