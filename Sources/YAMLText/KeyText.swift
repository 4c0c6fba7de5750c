extension Scalar {
  /// The text of this scalar as a key of a JSON object, as sigs.k8s.io/yaml writes it.
  var keyText: String {
    switch kind {
    case .string, .null: text
    case .bool: "yYtToO".utf8.contains(text.utf8.first ?? 0) && !isOff ? "true" : "false"
    case .integer: integerText
    case .decimal: decimalText
    }
  }

  /// The one negative word that starts with a letter of a positive one.
  private var isOff: Bool { withBytes(of: text) { isWordInAnyCase($0, "off") } }

  private var integerText: String {
    guard let magnitude = withBytes(of: withoutUnderscores, YAMLText.magnitude) else { return text }
    return text.utf8.first == UInt8(ascii: "-") && magnitude > 0 ? "-\(magnitude)" : "\(magnitude)"
  }

  private var withoutUnderscores: String {
    String(decoding: text.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }

  /// The shortest digits that a 32-bit float keeps, which is what the library prints.
  private var decimalText: String {
    guard let value = Float(withoutUnderscores), value.isFinite else {
      return String(text.lowercased().trimmingPrefix("+"))
    }
    let shortest = value.description
    return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
  }
}
