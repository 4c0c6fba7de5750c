extension Fault {
  /// Faults in the escapes of double-quoted text.
  static func escape(_ problem: String) -> Fault? {
    switch problem {
    case "found unknown escape character":
      Fault(
        "A backslash in double quotes starts no known escape.",
        "Write `\\\\` for a backslash, or use single quotes.")
    case "did not find expected hexdecimal number":
      Fault(
        "An escape in double quotes lacks hexadecimal digits.",
        "Write two digits after `\\x`, four after `\\u`, eight after `\\U`.")
    case "found invalid Unicode character escape code":
      Fault(
        "An escape in double quotes names no Unicode character.",
        "Write the character itself, or its code after `\\U` in eight digits.")
    default: nil
    }
  }

  /// Faults in tags and in the directives before a document.
  static func head(_ problem: String) -> Fault? {
    switch problem {
    case "did not find expected tag URI", "did not find URI escaped octet",
      "found an incorrect leading UTF-8 octet", "found an incorrect trailing UTF-8 octet",
      "did not find the expected '>'", "did not find expected '!'",
      "did not find expected whitespace or line break":
      Fault("A tag after `!` is not written correctly.", "Remove the tag, or quote the value.")
    case "found undefined tag handle":
      Fault(
        "A tag uses a prefix that no `%TAG` directive declares.",
        "Remove the tag, or quote the value.")
    case "found incompatible YAML document":
      Fault("The `%YAML` directive asks for an unknown version.", "Remove the directive.")
    case "found duplicate %YAML directive", "found duplicate %TAG directive":
      Fault("A directive stands twice before one document.", "Remove one of them.")
    case "found unknown directive name", "could not find expected directive name",
      "found unexpected non-alphabetical character", "found extremely long version number",
      "did not find expected version number", "did not find expected digit or '.' character",
      "did not find expected whitespace":
      Fault(
        "A line that starts with `%` is no directive that YAML knows.",
        "Remove the line, or quote the value.")
    default: nil
    }
  }
}
