import Routing

/// A redirect as nginx's `return`.
struct NginxRedirect {
  let redirect: Redirect
  let scope: NginxScope

  func lines() throws(Unsaid) -> NginxLines {
    var lines = NginxLines()
    let address = try address(&lines)
    // nginx puts scheme and host before a path, unless it is told not to.
    if case .literal(let text) = redirect.target, text.hasPrefix("/") {
      lines.block.append("absolute_redirect off;")
    }
    lines.block.append("return \(redirect.status) \(address.quoted);")
    return lines
  }

  /// The same where a condition holds; `source` and the rest are those of nginx's `if`.
  func lines(if condition: String) throws(Unsaid) -> NginxLines {
    var lines = try lines()
    lines.block = ["if (\(condition)) {"] + lines.block.map { "  \($0)" } + ["}"]
    return lines
  }

  private func address(_ lines: inout NginxLines) throws(Unsaid) -> String {
    let parts: RedirectParts
    switch redirect.target {
    case .literal(let text): return text
    case .parts(let written): parts = written
    }
    if parts.isRelative { throw Unsaid("a redirect without a host") }
    guard let rewrite = parts.path else {
      guard parts.keepsQuery else { throw Unsaid("a redirect without the query") }
      let target = parts.dropsFinalSlash ? scope.bareURI : "$request_uri"
      return origin(parts, &lines) + target
    }
    guard case .full(let path) = rewrite, !parts.keepsQuery else { throw Unsaid("\(rewrite)") }
    let isOwn = parts.scheme == nil && parts.host == nil && parts.port == .omitted
    return isOwn ? path : origin(parts, &lines) + path
  }

  /// Scheme, host and port.
  private func origin(_ parts: RedirectParts, _ lines: inout NginxLines) -> String {
    let host = parts.host ?? (parts.port == .kept ? "$http_host" : scope.bareHost)
    return "\(parts.scheme ?? "$scheme")://\(host)\(port(parts, &lines))"
  }

  private func port(_ parts: RedirectParts, _ lines: inout NginxLines) -> String {
    switch parts.port {
    case .omitted, .kept: ""
    case .number(let number), .written(let number): ":\(number)"
    case .listener(let http, let https):
      lines.map(
        "$scheme", scope.variable("port"), [("https", ":\(https)"), ("default", ":\(http)")])
    }
  }
}
