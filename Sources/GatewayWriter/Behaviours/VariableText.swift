/// A text with nginx's variables in it, as Envoy's format strings say it.
struct VariableText {
  /// The text with Envoy's commands for the variables; nil where one has none that is the same.
  let format: String?

  init(_ text: String) {
    var result = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "$") {
      result += rest[..<sign].replacing("%", with: "%%")
      rest = rest[rest.index(after: sign)...]
      let isBraced = rest.first == "{"
      if isBraced { rest.removeFirst() }
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      rest = rest.dropFirst(name.count + (isBraced ? 1 : 0))
      guard let command = Self.command(String(name)) else {
        format = nil
        return
      }
      result += "%\(command)%"
    }
    format = result + rest.replacing("%", with: "%%")
  }

  /// Envoy's command for a variable.
  ///
  /// `$host` has no port, which only requests to odd ports name.
  private static func command(_ variable: String) -> String? {
    switch variable {
    case "host", "http_host", "best_http_host": "REQ(:AUTHORITY)"
    case "remote_addr", "the_real_ip": "DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT"
    case "request_method": "REQ(:METHOD)"
    case "scheme", "pass_access_scheme": "REQ(:SCHEME)"
    case _ where variable.hasPrefix("http_") && variable.count > 5:
      "REQ(\(variable.dropFirst(5).replacing("_", with: "-").uppercased()))"
    case _: nil
    }
  }
}
