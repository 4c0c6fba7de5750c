/// A header value as Envoy reads it: `%COMMAND%` is filled in, `%%` is a percent sign.
enum FormatString {
  /// Whether Envoy can read it; it refuses the whole configuration otherwise.
  static func isValid(_ source: String) -> Bool {
    var rest = source[...]
    while let sign = rest.firstIndex(of: "%") {
      rest = rest[rest.index(after: sign)...]
      if rest.first == "%" {
        rest = rest.dropFirst()
      } else if !takeCommand(from: &rest) {
        return false
      }
    }
    return true
  }

  /// Takes a command and its closing `%`; false where there is none that Envoy knows.
  private static func takeCommand(from rest: inout Substring) -> Bool {
    let name = String(rest.prefix { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") })
    guard commands.contains(name) else { return false }
    rest = rest.dropFirst(name.count)
    if rest.first == "(" {
      guard let end = rest.firstIndex(of: ")") else { return false }
      rest = rest[rest.index(after: end)...]
    } else if withArguments.contains(name) {
      return false
    }
    if rest.first == ":" {
      let length = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard !length.isEmpty else { return false }
      rest = rest.dropFirst(length.count + 1)
    }
    guard rest.first == "%" else { return false }
    rest = rest.dropFirst()
    return true
  }
}
