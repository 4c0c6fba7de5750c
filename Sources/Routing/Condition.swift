/// Something about a request, other than host and path, that a route or a branch asks for.
package enum Condition: Hashable, Sendable {
  /// The method, upper case.
  case method(String)
  /// A header; the name's case does not matter.
  case header(name: String, ValueMatch)
  /// A query parameter; its first value counts.
  case query(name: String, ValueMatch)
  /// A cookie with exactly this value; the name's case does not matter; the first of its name counts.
  case cookie(name: String, value: String)
  /// The request carries the session cookie that this backend issued.
  case session(of: Backend)
}

/// What a header or query value must be.
package enum ValueMatch: Hashable, Sendable {
  /// Any value, also an empty one.
  case present
  /// Exactly this text.
  case exact(String)
  /// PCRE, found anywhere in the value, case-sensitive: nginx's Lua `re.find`.
  case found(String)
  /// RE2, fits the whole value: Envoy's `safe_regex`.
  case whole(String)
}
