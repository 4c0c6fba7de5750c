import Patterns

extension ValueSyntax {
  /// `on` or `off`; blanks are not looked at.
  static let onOff = ValueSyntax.expression("on|off", "on or off", ignoringBlanks: true)

  /// `ValidateArrayOfServerName`: names and expressions between commas.
  static let serverNames = ValueSyntax("a list of host names, patterns and expressions") { text in
    text.split(separator: ",", omittingEmptySubsequences: false)
      .allSatisfy { ValueSyntax.serverName.admits(String($0)) }
  }

  /// `CommonNameAnnotationValidator`: `CN=` and an expression that Go compiles.
  static let commonName = ValueSyntax("CN= and a regular expression") { text in
    guard text.hasPrefix("CN="), case .accepted = RE2Verdict(String(text.dropFirst(3))) else {
      return false
    }
    return true
  }

  /// One line that has one of some words anywhere: an expression without anchors, blanks aside.
  static func holding(_ words: [String]) -> ValueSyntax {
    ValueSyntax("text with \(words.joined(separator: " or "))") { text in
      let joined = text.filter { $0 != " " }
      return !joined.contains(where: \.isNewline) && words.contains { joined.contains($0) }
    }
  }
}
