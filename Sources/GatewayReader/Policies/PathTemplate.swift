import Patterns

/// A path with `{*}` for one segment and `{**}` for any rest, as Envoy's `uri_template` reads it.
struct PathTemplate {
  let expression: String

  init(_ text: String) {
    var rest = text[...]
    var expression = ""
    while let brace = rest.firstIndex(of: "{") {
      expression += Pattern.escape(String(rest[..<brace]))
      rest = rest[brace...]
      if rest.hasPrefix("{**}") {
        expression += "[\(Self.literal)/]*"
        rest = rest.dropFirst(4)
      } else if rest.hasPrefix("{*}") {
        expression += "[\(Self.literal)]+"
        rest = rest.dropFirst(3)
      } else {
        expression += Pattern.escape("{")
        rest = rest.dropFirst()
      }
    }
    self.expression = expression + Pattern.escape(String(rest))
  }

  /// The characters of a segment: RFC 3986's, without `*`.
  private static let literal = #"a-zA-Z0-9\-._~%!$&'()+,;:@="#
}
