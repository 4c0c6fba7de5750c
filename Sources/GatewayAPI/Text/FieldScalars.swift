import YAMLText

extension Field {
  /// The text written here; nil where it is left out.
  func text() throws(Refusal) -> String? {
    guard let node else { return nil }
    guard case .scalar(let scalar) = node.content, scalar.kind == .string else {
      throw refused("must be a string")
    }
    return scalar.text
  }

  /// The text written here, which has to be there.
  func requiredText() throws(Refusal) -> String {
    guard let text = try text() else { throw refused("is required") }
    return text
  }

  /// The texts of a list.
  func texts() throws(Refusal) -> [String] {
    try items { (item) throws(Refusal) in try item.requiredText() }
  }

  /// The whole number written here; nil where it is left out.
  func integer() throws(Refusal) -> Int? {
    guard let node else { return nil }
    guard case .scalar(let scalar) = node.content, scalar.kind == .integer,
      let value = Int(scalar.text)
    else { throw refused("must be an integer") }
    return value
  }

  /// The whole number written here, which has to be there.
  func requiredInteger() throws(Refusal) -> Int {
    guard let value = try integer() else { throw refused("is required") }
    return value
  }

  /// The truth value written here; nil where it is left out.
  func flag() throws(Refusal) -> Bool? {
    guard let node else { return nil }
    guard case .scalar(let scalar) = node.content, scalar.kind == .bool else {
      throw refused("must be true or false")
    }
    return scalar.text == "true"
  }

  /// One of the words of an enumeration; nil where it is left out.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _: Word.Type
  ) throws(Refusal) -> Word? {
    guard let text = try text() else { return nil }
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map { $0.rawValue }.joined(separator: ", ")
      throw refused("must be one of \(known)")
    }
    return word
  }

  /// A mapping from text to text, in the written order.
  func pairs() throws(Refusal) -> [Pair] {
    guard let node else { return [] }
    guard case .mapping(let entries) = node.content else { throw refused("must be a mapping") }
    var pairs: [Pair] = []
    for entry in entries {
      pairs.append(Pair(entry.key, try self[entry.key].text() ?? ""))
    }
    return pairs
  }
}
