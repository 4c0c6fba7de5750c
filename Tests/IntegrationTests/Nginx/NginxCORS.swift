import Routing

/// CORS as headers that are the backend's own where the origin does not fit.
struct NginxCORS {
  let cors: CORS
  let scope: NginxScope

  var lines: NginxLines {
    var lines = NginxLines()
    let origin = origin(&lines)
    let headers = [Header("access-control-allow-origin", origin)] + cors.headers
    for (index, header) in headers.enumerated() {
      let backends = "$upstream_http_\(header.name.replacing("-", with: "_"))"
      let value = lines.map(
        origin, scope.variable("header\(index)"),
        [("\"\"", backends), ("default", header.value.quoted)])
      lines.block.append("more_set_headers \"\(header.name): \(value)\";")
    }
    let preflight = lines.map(
      "\"$request_method \(origin)\"", scope.variable("preflight"),
      [("\"~^OPTIONS .\"", "1"), ("default", "0")])
    lines.block += ["if (\(preflight)) {", "  return \(cors.preflightStatus);", "}"]
    return lines
  }

  /// The variable that holds the origin to allow; empty for none.
  private func origin(_ lines: inout NginxLines) -> String {
    let variable = scope.variable("origin")
    switch cors.origins {
    case .any: return lines.map("$scheme", variable, [("default", "\"*\"")])
    case .matching(""): return lines.map("$scheme", variable, [("default", "\"\"")])
    case .matching(let pattern):
      return lines.map(
        "$http_origin", variable, [("~*\(pattern)".quoted, "$http_origin"), ("default", "\"\"")])
    }
  }
}
