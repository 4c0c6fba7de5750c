extension Pattern {
  /// The text as a pattern that fits it literally, in PCRE and in RE2 alike.
  package static func escape(_ literal: String) -> String {
    let special = Set<Unicode.Scalar>("\\.+*?()|[]{}^$".unicodeScalars)
    return literal.unicodeScalars.reduce(into: "") { text, scalar in
      if special.contains(scalar) { text.unicodeScalars.append("\\") }
      text.unicodeScalars.append(scalar)
    }
  }
}
