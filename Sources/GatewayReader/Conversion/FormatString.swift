/// A header value as Envoy reads it: `%COMMAND%` is filled in, `%%` is a percent sign.
struct FormatString {
  /// One part of the text.
  private enum Part: Hashable {
    case text(String)
    case command(String)
  }

  private var parts: [Part] = []
  /// Whether Envoy can read it; it refuses the whole configuration otherwise.
  private(set) var isValid = true
  private let source: String

  init(_ source: String) {
    self.source = source
    var rest = source[...]
    while let sign = rest.firstIndex(of: "%") {
      parts.append(.text(String(rest[..<sign])))
      rest = rest[rest.index(after: sign)...]
      if rest.first == "%" {
        parts.append(.text("%"))
        rest = rest.dropFirst()
      } else if let command = Self.command(in: &rest) {
        parts.append(.command(command))
      } else {
        isValid = false
        return
      }
    }
    parts.append(.text(String(rest)))
  }

  /// The text with `%%` undone; as written where a command stands in it, whose value hangs on the
  /// request.
  var plainText: String {
    var text = ""
    for part in parts {
      guard case .text(let piece) = part else { return source }
      text += piece
    }
    return text
  }

  /// Takes a command and its closing `%`; nil where there is none that Envoy knows.
  private static func command(in rest: inout Substring) -> String? {
    let name = rest.prefix { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
    guard commands.contains(String(name)) else { return nil }
    var tail = rest.dropFirst(name.count)
    var hasArguments = false
    if tail.first == "(" {
      guard let end = tail.firstIndex(of: ")") else { return nil }
      tail = tail[tail.index(after: end)...]
      hasArguments = true
    }
    if tail.first == ":" {
      let length = tail.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard !length.isEmpty else { return nil }
      tail = tail.dropFirst(length.count + 1)
    }
    guard tail.first == "%", hasArguments || !withArguments.contains(String(name)) else {
      return nil
    }
    let command = String(rest[..<tail.startIndex])
    rest = tail.dropFirst()
    return command
  }
}
