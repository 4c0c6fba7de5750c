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
    case .responseRewrite: throw Unsaid("changes of what backends answer")
    case .errorPages: throw Unsaid("error pages")
    case .sessionCookie: throw Unsaid("sessions")
    case .depends: throw Unsaid("what only the live system knows")
    }
  }
}
