import Routing

/// One host as nginx's `server`.
struct NginxServer {
  let host: Host
  let reading: RequestReading
  /// Directives for every location that does not answer before it is chosen.
  let headers: [String]
  let scope: NginxScope

  func lines() throws(Unsaid) -> NginxLines {
    var inner = NginxLines()
    for (index, behaviour) in host.behaviours.enumerated() {
      inner += try serverLines(behaviour, scope.inside("s\(index)"))
    }
    inner += try NginxLocations(routes: host.routes, headers: headers, scope: scope).lines()
    let within = (inner.server + inner.block).map { "  \($0)" }
    inner.block = opening + within + ["}"]
    inner.server = []
    return inner
  }

  private var opening: [String] {
    let listen = host.pattern == .any ? "listen-default" : "listen"
    return [
      "server {", "  include \(scope.name)/\(listen).conf;", "  server_name \(serverName);",
      "  underscores_in_headers \(reading.dropsUnderscoreHeaders ? "off" : "on");",
      "  ignore_invalid_headers \(reading.dropsInvalidHeaders ? "on" : "off");",
      "  port_in_redirect off;", "  client_max_body_size 0;",
    ]
  }

  private var serverName: String {
    switch host.pattern {
    case .exact(let name): name.quoted
    case .oneLabel(let domain): "~^[\\w-]+\\.\(domain.replacing(".", with: "\\."))$".quoted
    case .labels(let domain): "*.\(domain)".quoted
    case .beginning(let text): "\(text)*".quoted
    case .expression(let text): "~\(text)".quoted
    case .any: "_"
    }
  }

  private func serverLines(
    _ behaviour: Behaviour, _ scope: NginxScope
  ) throws(Unsaid) -> NginxLines {
    switch behaviour {
    case .responseHeaders(let change): return try NginxHeaders.ofAnswers(change)
    case .refuse(let status, let conditions):
      return try NginxCondition.refusal(status, conditions, scope)
    case .clientCertificate(let check): return try NginxCertificate(check: check).lines()
    case .snippet: throw Unsaid("snippets")
    case .cors, .redirect, .secureRedirect, .rewritePath, .rewriteHost, .noTime, .bodyLimit,
      .access, .signIn, .rateLimit, .mirror, .upstreamProtocol, .responseRewrite, .requestHeaders,
      .forwardedPrefix, .errorPages, .sessionCookie, .depends:
      throw Unsaid("a server that does what only locations do")
    }
  }
}

/// Headers as directives.
enum NginxHeaders {
  static func ofAnswers(_ change: HeaderChange) throws(Unsaid) -> NginxLines {
    guard change.add.isEmpty, change.remove.isEmpty else {
      throw Unsaid("headers added or removed")
    }
    let lines = change.set.map { header in
      // Values are taken as they stand, without variables.
      let value = header.value.replacing("$", with: "${literal_dollar}")
      return "more_set_headers \("\(header.name): \(value)".quoted);"
    }
    return NginxLines(block: lines)
  }
}
