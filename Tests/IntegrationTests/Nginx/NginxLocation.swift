import Routing

/// What stands inside one `location`.
struct NginxLocation {
  let route: Route
  let headers: [String]
  let scope: NginxScope

  func lines() throws(Unsaid) -> NginxLines {
    var lines = NginxLines(block: headers)
    for (index, behaviour) in route.behaviours.enumerated() {
      lines += try NginxBehaviour(behaviour: behaviour, scope: scope.inside("b\(index)")).lines()
    }
    lines += try rewrite()
    lines.block += upstreamHeaders.map { "proxy_set_header \($0.name) \($0.value.quoted);" }
    lines += try destination()
    return lines
  }

  /// The rewrite stands last, since `break` ends what a location does before it passes requests on;
  /// a rewrite that answers itself would have to come before the redirect to https.
  private func rewrite() throws(Unsaid) -> NginxLines {
    var lines = NginxLines()
    for behaviour in route.behaviours {
      guard case .rewritePath(let rewrite) = behaviour else { continue }
      guard case .captures(let pattern, let target) = rewrite else { throw Unsaid("\(rewrite)") }
      let isRedirect = ["http://", "https://", "$scheme"].contains { target.hasPrefix($0) }
      if isRedirect, route.behaviours.contains(where: \.isSecureRedirect) {
        throw Unsaid("a redirecting rewrite on a host that redirects to https")
      }
      lines += prefix(of: pattern)
      lines.block.append("rewrite \("(?i)\(pattern)".quoted) \(target.quoted) break;")
    }
    return lines
  }

  /// The header that names the prefix, with the rewrite's groups; other maps would replace those.
  private func prefix(of pattern: String) -> NginxLines {
    var lines = NginxLines()
    for behaviour in route.behaviours {
      guard case .forwardedPrefix(let value) = behaviour else { continue }
      let path = scope.variable("path")
      lines.block.append("set \(path) $uri;")
      _ = lines.map(
        path, scope.variable("prefix"),
        [("~*\(pattern)".quoted, value.quoted), ("default", "\"\"")])
    }
    return lines
  }

  /// All of them in one place, since a location with one inherits none.
  private var upstreamHeaders: [Header] {
    var headers = [Header("host", "$http_host"), Header("connection", "")]
    func set(_ header: Header) {
      headers.removeAll { $0.name == header.name.lowercased() }
      headers.append(header)
    }
    for behaviour in route.behaviours {
      if case .rewriteHost(let host) = behaviour { set(Header("host", host)) }
      if case .requestHeaders(let change) = behaviour { change.set.forEach(set) }
      if case .forwardedPrefix = behaviour {
        set(Header("x-forwarded-prefix", scope.variable("prefix")))
      }
    }
    return headers
  }

  private var upstreamScheme: String {
    route.behaviours.contains(.upstreamProtocol(UpstreamProtocol(kind: .https))) ? "https" : "http"
  }

  private func destination() throws(Unsaid) -> NginxLines {
    switch route.destination {
    case .redirect(let redirect):
      return try NginxRedirect(redirect: redirect, scope: scope).lines()
    case .respond(let status):
      let isBare = route.isServerLevel || route.behaviours.isEmpty
      return NginxLines(
        block: [isBare ? "return \(status);" : "proxy_pass http://status.\(status);"])
    case .forward(let choice):
      var lines = NginxLines()
      let target = try NginxChoice(choice: choice, scope: scope).target(&lines)
      let scheme = target.hasPrefix("status.") ? "http" : upstreamScheme
      lines.block.append("proxy_pass \(scheme)://\(target);")
      return lines
    }
  }
}

extension Behaviour {
  fileprivate var isSecureRedirect: Bool {
    if case .secureRedirect = self { true } else { false }
  }
}
