/// The kinds of groups that PCRE has and RE2 has not.
enum RE2GroupKinds {
  /// The refused kind that begins here and how much of the text shows it.
  static func refused(at scanner: RE2Scanner) -> (construct: RE2Construct, length: Int)? {
    for (text, construct) in table where scanner.starts(with: text) {
      return (construct, text.unicodeScalars.count)
    }
    let sign = scanner.peek(2) ?? " "
    let isSigned = sign == "+" || sign == "-"
    let digit = scanner.peek(isSigned ? 3 : 2) ?? " "
    return ("0"..."9").contains(digit) ? (.recursion, isSigned ? 4 : 3) : nil
  }

  /// Whether RE2 takes a group's name: letters, marks, digits and connectors of any script.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
          true
        case _: false
        }
      }
  }

  private static let table: [(String, RE2Construct)] = [
    ("(?=", .lookAhead), ("(?!", .lookAhead), ("(?<=", .lookBehind), ("(?<!", .lookBehind),
    ("(?>", .atomicGroup), ("(?|", .branchReset), ("(?(", .conditional), ("(?#", .comment),
    ("(?C", .callout), ("(?R", .recursion), ("(?&", .recursion), ("(?P>", .recursion),
    ("(?P=", .backReference), ("(?P", .unknownGroup), ("(?'", .groupName), ("(?^", .unknownFlag),
  ]
}
