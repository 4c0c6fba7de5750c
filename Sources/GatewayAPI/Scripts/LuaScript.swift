/// A script for Envoy's Lua filter that is made of values, and from which they can be read again.
protocol LuaScript: Hashable, Sendable {
  /// The name of the filter that runs it, and under which it keeps what it notes of a request.
  static var filter: String { get }
  /// The script, the same for the same values.
  var source: String { get }
  /// Reads the values of the constants at the top; what else there is does not count.
  init?(constants: LuaConstants)
}

extension LuaScript {
  /// Nil for any text that is not just what would be written for its values.
  init?(source: String) {
    self.init(constants: LuaConstants(source))
    guard self.source == source else { return nil }
  }
}

/// The constants of a script: lines of the form `local name = {key = "text", …}`.
struct LuaConstants {
  private var tables: [String: [String: String]] = [:]

  init(_ source: String) {
    for line in source.split(separator: "\n") {
      guard let (name, table) = Self.constant(line) else { continue }
      tables[name] = table
    }
  }

  /// The texts of a constant by their keys; nil where it is not there.
  subscript(_ name: String) -> [String: String]? { tables[name] }

  /// The line of a constant.
  static func line(_ name: String, _ fields: KeyValuePairs<String, String>) -> String {
    let texts = fields.map { "\($0) = \(LuaLiteral.text($1))" }
    return "local \(name) = {\(texts.joined(separator: ", "))}"
  }

  private static func constant(_ line: Substring) -> (String, [String: String])? {
    guard line.hasPrefix("local "), let start = line.firstRange(of: " = {") else { return nil }
    let name = line[..<start.lowerBound].dropFirst("local ".count)
    var rest = line[start.upperBound...]
    var table: [String: String] = [:]
    while !rest.isEmpty, rest != "}" {
      guard let end = rest.firstRange(of: " = ") else { return nil }
      let key = String(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
      guard let text = LuaLiteral.take(from: &rest) else { return nil }
      table[key] = text
      if rest.hasPrefix(", ") { rest = rest.dropFirst(2) }
    }
    return (String(name), table)
  }
}
