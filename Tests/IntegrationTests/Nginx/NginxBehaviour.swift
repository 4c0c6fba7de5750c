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
    case .access(let access): return NginxLines(block: try Self.lines(access))
    case .responseHeaders(let change): return try NginxHeaders.ofAnswers(change)
    case .requestHeaders(let change):
      guard change.add.isEmpty, change.remove.isEmpty else {
        throw Unsaid("headers added or removed")
      }
      return NginxLines()
    case .upstreamProtocol(let spoken):
      guard spoken == UpstreamProtocol(kind: .http) else {
        throw Unsaid("backends that speak \(spoken.kind.rawValue)")
      }
      return NginxLines()
    case .rewritePath, .rewriteHost, .forwardedPrefix: return NginxLines()
    case .clientCertificate: throw Unsaid("client certificates")
    case .rateLimit: throw Unsaid("limits of rates")
    case .snippet: throw Unsaid("snippets")
    case .mirror: throw Unsaid("mirrors")
    case .responseRewrite: throw Unsaid("changes of what backends answer")
    case .errorPages: throw Unsaid("error pages")
    case .sessionCookie: throw Unsaid("sessions")
    case .depends: throw Unsaid("what only the live system knows")
    }
  }

  private static func lines(_ access: Access) throws(Unsaid) -> [String] {
    guard access.credentials == nil, access.external == nil else { throw Unsaid("authentication") }
    let denied = access.addresses.denied.map { "deny \($0);" }
    let allowed = access.addresses.allowed.map { "allow \($0);" }
    return denied + allowed + (allowed.isEmpty ? [] : ["deny all;"])
  }
}
