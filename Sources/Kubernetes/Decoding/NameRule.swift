/// The rules by which an API server judges names (RFC 1123, RFC 6335).
package enum NameRule: Sendable {
  /// Labels joined by dots, up to 253 characters.
  case subdomain
  /// A subdomain, or `*.` before one.
  case host
  /// Up to 63 lower case letters, digits and `-`.
  case label
  /// Up to 15 lower case letters, digits and single `-`, with at least one letter.
  case portName
  /// Letters, digits, `-`, `_` and `.`, up to 253 characters.
  case dataKey
  /// A name of up to 63 characters, with or without a subdomain and `/` before it.
  case qualifiedName
  /// Empty, or up to 63 letters, digits, `-`, `_` and `.`.
  case labelValue

  /// Whether the rule allows a text.
  package func allows(_ text: String) -> Bool {
    let bytes = text.utf8[...]
    switch self {
    case .subdomain: return bytes.isSubdomain
    case .host:
      return text.hasPrefix("*.") ? bytes.dropFirst(2).isSubdomain : bytes.isSubdomain
    case .label: return bytes.isLabel
    case .portName: return bytes.isPortName
    case .dataKey: return text != "." && !text.hasPrefix("..") && bytes.isDataKey
    case .qualifiedName: return bytes.isQualifiedName
    case .labelValue: return bytes.isEmpty || bytes.isNamePart
    }
  }

  /// What the rule allows, in words.
  package var expectation: String {
    switch self {
    case .subdomain: "lower case letters, digits, `-` and `.`, up to 253 characters"
    case .host: "a host name in lower case, or `*.` before one, without a port"
    case .label: "lower case letters, digits and `-`, up to 63 characters"
    case .portName: "lower case letters, digits and `-`, up to 15 characters, one of them a letter"
    case .dataKey: "letters, digits, `-`, `_` and `.`, up to 253 characters"
    case .qualifiedName: "a name of up to 63 characters, with or without `domain/` before it"
    case .labelValue: "letters, digits, `-`, `_` and `.`, up to 63 characters"
    }
  }
}

extension FieldReader {
  /// Notes a text that breaks a name rule.
  package mutating func check(_ text: String, at key: String, _ rule: NameRule) {
    guard !rule.allows(text) else { return }
    report(
      .invalidValue, at: key, message: "Expected \(rule.expectation); found \(shown(text)).",
      remedy: "Write \(rule.expectation).")
  }
}
