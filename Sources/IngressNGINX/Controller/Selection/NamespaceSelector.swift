/// A label selector in text, as `--watch-namespace-selector` takes it (`labels.Parse`).
package struct NamespaceSelector: Hashable, Sendable {
  /// One requirement; all of a selector must hold.
  enum Requirement: Hashable, Sendable {
    case exists(String)
    case missing(String)
    case isIn(String, Set<String>)
    case isNotIn(String, Set<String>)
    case isGreater(String, than: Int)
    case isLess(String, than: Int)
  }

  /// The selector as it was written.
  package let text: String
  let requirements: [Requirement]

  /// Reads requirements such as `env=prod`, `env!=dev`, `tier in (a, b)`, `tier notin (c)`, `team`,
  /// `!legacy` or `wave>3`, joined with commas; nil where one is none.
  package init?(_ text: String) {
    let parts = Self.parts(of: text)
    let requirements = parts.compactMap { Requirement(trimmed($0)) }
    guard requirements.count == parts.count else { return nil }
    self.text = text
    self.requirements = requirements
  }

  /// Whether the labels of a namespace fit.
  package func matches(_ labels: [String: String]) -> Bool {
    requirements.allSatisfy { $0.holds(for: labels) }
  }

  /// The parts between commas that do not stand in parentheses.
  private static func parts(of text: String) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth == 0:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    return parts + [text[start...]]
  }
}

extension NamespaceSelector.Requirement {
  /// `!=` and `notin` also hold where the label is missing (`labels.Requirement.Matches`).
  func holds(for labels: [String: String]) -> Bool {
    switch self {
    case .exists(let key): labels[key] != nil
    case .missing(let key): labels[key] == nil
    case .isIn(let key, let values): labels[key].map(values.contains) ?? false
    case .isNotIn(let key, let values): labels[key].map { !values.contains($0) } ?? true
    case .isGreater(let key, let bound): labels[key].flatMap(decimal).map { $0 > bound } ?? false
    case .isLess(let key, let bound): labels[key].flatMap(decimal).map { $0 < bound } ?? false
    }
  }

  fileprivate init?(_ text: String) {
    if text.hasSuffix(")") {
      guard let requirement = Self.ofSet(text) else { return nil }
      self = requirement
      return
    }
    guard let requirement = Self.ofComparison(text) ?? Self.ofPresence(text) else { return nil }
    self = requirement
  }

  private static func ofSet(_ text: String) -> Self? {
    guard let open = text.firstIndex(of: "(") else { return nil }
    let words = text[..<open].split { $0.isWhitespace }
    let values = text[text.index(after: open)...].dropLast()
      .split(separator: ",", omittingEmptySubsequences: false).map { trimmed($0) }
    guard words.count == 2, let key = key(words[0]), values.allSatisfy(isValue) else { return nil }
    return switch words[1] {
    case "in": .isIn(key, Set(values))
    case "notin": .isNotIn(key, Set(values))
    default: nil
    }
  }

  private static func ofComparison(_ text: String) -> Self? {
    guard let start = text.firstIndex(where: { "=!<>".contains($0) }), start != text.startIndex,
      let key = key(text[..<start])
    else { return nil }
    let sign = text[start...].prefix { "=!<>".contains($0) }
    let value = trimmed(text[start...].dropFirst(sign.count))
    guard isValue(value) else { return nil }
    return switch sign {
    case "=", "==": .isIn(key, [value])
    case "!=": .isNotIn(key, [value])
    case ">": decimal(value).map { .isGreater(key, than: $0) }
    case "<": decimal(value).map { .isLess(key, than: $0) }
    default: nil
    }
  }

  private static func ofPresence(_ text: String) -> Self? {
    guard text.hasPrefix("!") else { return key(text[...]).map { .exists($0) } }
    return key(text.dropFirst()).map { .missing($0) }
  }

  private static func key(_ text: Substring) -> String? {
    let key = trimmed(text)
    let name = key.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return !name.isEmpty && isText(key.filter { $0 != "/" }) ? key : nil
  }

  private static func isValue(_ text: String) -> Bool { text.utf8.count <= 63 && isText(text) }

  private static func isText(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
  }
}
