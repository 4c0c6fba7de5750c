import Routing

/// Conditions as sources and keys of maps.
///
/// Keys are expressions, since a plain key ignores case.
enum NginxCondition {
  static func key(of condition: Condition) throws(Unsaid) -> (source: String, key: String) {
    switch condition {
    case .method(let method): return ("$request_method", "~\(method.asPattern)".quoted)
    case .header(let name, let match):
      return (try name.asVariable(of: "http"), try key(of: match))
    case .query(let name, let match): return (try name.asVariable(of: "arg"), try key(of: match))
    case .cookie(let name, let value):
      // Unlike in names of headers, `-` is not `_` here.
      guard !name.contains("-") else { throw Unsaid("the name \(name) of a cookie") }
      return (try name.asVariable(of: "cookie"), "~\(value.asPattern)".quoted)
    case .session: throw Unsaid("sessions")
    }
  }

  private static func key(of match: ValueMatch) throws(Unsaid) -> String {
    switch match {
    case .exact(let text): return "~\(text.asPattern)".quoted
    case .found(let pattern):
      // `~*` would ignore case.
      return "~\(pattern.hasPrefix("*") ? "(?:)" : "")\(pattern)".quoted
    case .present: throw Unsaid("headers that only have to be there")
    case .whole: throw Unsaid("expressions that have to fit whole values")
    }
  }

  /// `return` for requests that fit all conditions.
  static func refusal(
    _ status: Int, _ conditions: [Condition], _ scope: NginxScope
  ) throws(Unsaid) -> NginxLines {
    guard let condition = conditions.first else { return NginxLines(block: ["return \(status);"]) }
    guard conditions.count == 1 else { throw Unsaid("a refusal by several conditions at once") }
    let (source, key) = try key(of: condition)
    var lines = NginxLines()
    let refused = lines.map(source, scope.variable("refused"), [(key, "1"), ("default", "0")])
    lines.block = ["if (\(refused)) {", "  return \(status);", "}"]
    return lines
  }
}
