import GatewayAPI
import Patterns
import Routing

/// A canary condition as a header match.
struct SpokenCondition {
  /// Nil where the condition never holds, or cannot be said.
  var header: HTTPRoute.Value?
  /// What cannot be said, in words; nil where all is said.
  var problem: String?

  init(_ condition: Condition) {
    switch condition {
    case .header(let name, let value): say(name, value)
    case .cookie(let name, let value):
      header = HTTPRoute.Value(
        .regularExpression, name: "Cookie", value: cookieExpression(name, value))
    case .session: problem = "clients with a session cookie"
    case .method, .query: problem = "a method or query condition"
    }
  }

  private mutating func say(_ name: String, _ value: ValueMatch) {
    // nginx looks headers up with `_` for `-`; a name with a blank is never sent.
    let name = String(name.map { $0 == "_" ? "-" : $0 })
    guard name.utf8.allSatisfy(isTokenByte) else { return }
    switch value {
    case .exact(let text): header = HTTPRoute.Value(name: name, value: text)
    case .present: header = HTTPRoute.Value(.regularExpression, name: name, value: ".*")
    case .whole(let pattern):
      header = HTTPRoute.Value(.regularExpression, name: name, value: pattern)
    case .found(let pattern): sayFound(name, pattern)
    }
  }

  /// A pattern that is found anywhere in the value.
  private mutating func sayFound(_ name: String, _ pattern: String) {
    let whole = ".*(?:\(pattern)).*"
    problem = rejection(of: whole)
    if problem == nil && whole.utf8.count > 4096 { problem = "it is longer than 4096 characters" }
    guard problem == nil else { return }
    header = HTTPRoute.Value(.regularExpression, name: name, value: whole)
  }
}

/// The expression that finds a cookie in a Cookie header as nginx does: the name in any case,
/// after `;` or `,`, with blanks around the `=`.
func cookieExpression(_ name: String, _ value: String) -> String {
  "(?:.*[;,] *)?(?i:\(Pattern.escape(name))) *= *\(Pattern.escape(value))(?:;.*)?"
}

/// The characters of a header name (RFC 9110, token).
func isTokenByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
