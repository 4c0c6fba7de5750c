import Routing

/// One behaviour of a location; the rewrite and headers to backends are `NginxLocation`'s.
struct NginxBehaviour {
  let behaviour: Behaviour
  let scope: NginxScope

  func lines() throws(Unsaid) -> NginxLines {
    switch behaviour {
    case .cors(let cors): return NginxCORS(cors: cors, scope: scope).lines
    case .redirect(let redirect):
      return try NginxRedirect(redirect: redirect, scope: scope).lines()
    case .secureRedirect(let redirect):
      return try NginxRedirect(redirect: redirect, scope: scope).lines(if: "$scheme = http")
    case .refuse(let status, let conditions):
      return try NginxCondition.refusal(status, conditions, scope)
    case .noTime: return NginxLines(block: ["proxy_read_timeout 0;"])
    case .bodyLimit(let bytes): return NginxLines(block: ["client_max_body_size \(bytes);"])
    case .access(let access): return try NginxAccess(access: access, scope: scope).lines()
    case .responseHeaders(let change): return try NginxHeaders.ofAnswers(change)
    case .requestHeaders(let change):
      guard change.add.isEmpty, change.remove.isEmpty else {
        throw Unsaid("headers added or removed")
      }
      return NginxLines()
    case .upstreamProtocol(let spoken):
      guard !spoken.losesHost, [.http, .https].contains(spoken.kind) else {
        throw Unsaid("backends that speak \(spoken.kind.rawValue)")
      }
      return NginxLines()
    case .rewritePath, .rewriteHost, .forwardedPrefix: return NginxLines()
    case .clientCertificate: throw Unsaid("client certificates")
    case .rateLimit(let limit): return try NginxRate(limit: limit, scope: scope).lines()
    case .snippet: throw Unsaid("snippets")
    case .mirror(let mirror): return try NginxMirror(mirror: mirror, scope: scope).lines()
    case .responseRewrite(let rewrite): return NginxLines(block: rewrite.nginx)
    case .errorPages: throw Unsaid("error pages")
    case .signIn: throw Unsaid("a sign-in without a service")
    case .sessionCookie: throw Unsaid("sessions")
    case .depends: throw Unsaid("what only the live system knows")
    }
  }
}

extension ResponseRewrite {
  /// The directives, as the controller's template writes them.
  fileprivate var nginx: [String] {
    var lines: [String] = []
    if let location {
      lines.append("proxy_redirect \(location.from.quoted) \(location.to.quoted);")
      if completion == nil { lines.append("absolute_redirect off;") }
    }
    for (name, pair) in [("domain", cookieDomain), ("path", cookiePath)] {
      guard let pair else { continue }
      lines.append("proxy_cookie_\(name) \(pair.from.quoted) \(pair.to.quoted);")
    }
    return lines
  }
}
