import Routing

/// What a route sets that no single answer shows, by name, in words.
struct SettingsInForce {
  private(set) var words: [String: String] = [:]

  /// The settings of a route, and of the Services that it forwards to.
  init(_ route: Route, _ upstreams: [BackendPort: Upstream]) {
    words["read timeout"] = route.patience.read.map { "\($0) s between two reads" }
    words["send timeout"] = route.patience.send.map { "\($0) s between two writes" }
    words["idle timeout"] = route.patience.idle.map { "\($0) s without a byte" }
    words["request timeout"] = route.patience.request.flatMap { $0 == 0 ? nil : "\($0) s in all" }
    words["tries"] = route.patience.tries.map { "\($0) in all" }
    for behaviour in route.behaviours { add(behaviour) }
    guard case .forward(let choice) = route.destination else { return }
    for backend in choice.backends where backend.state != .missing {
      add(upstreams[BackendPort(backend)], of: backend)
    }
  }

  private mutating func add(_ behaviour: Behaviour) {
    switch behaviour {
    case .rateLimit(let limit): words["rate limit"] = Self.words(limit)
    case .bodyLimit(let limit) where limit != Self.usualBody:
      words["body limit"] = "\(limit) bytes"
    case .clientCertificate(let check):
      words["client certificate"] = check.isOptional ? "asked for" : "required"
    case .cors, .redirect, .secureRedirect, .rewritePath, .rewriteHost, .refuse, .noTime,
      .bodyLimit, .access, .signIn, .snippet, .mirror, .upstreamProtocol, .responseRewrite,
      .requestHeaders,
      .forwardedPrefix, .responseHeaders, .errorPages, .sessionCookie, .depends:
      break
    }
  }

  /// nginx's limit where nobody says more, which is told once for all.
  private static let usualBody = 1_048_576

  private static func words(_ limit: RateLimit) -> String {
    var parts: [String] = []
    if limit.perSecond > 0 { parts.append("\(limit.perSecond) requests a second") }
    if limit.perMinute > 0 { parts.append("\(limit.perMinute) requests a minute") }
    if limit.connections > 0 { parts.append("\(limit.connections) connections") }
    for bucket in limit.buckets {
      parts.append("\(bucket.tokensPerFill) requests every \(bucket.fillInterval)")
    }
    return parts.joined(separator: ", ")
  }

  private mutating func add(_ upstream: Upstream?, of backend: Backend) {
    guard let upstream else { return }
    words["connect timeout of \(backend)"] = "\(upstream.connectTimeout) s"
    words["load balancing of \(backend)"] = upstream.balancing.words
  }
}

extension Choice {
  /// Every backend that takes a part of some requests.
  fileprivate var backends: Set<Backend> {
    Set(
      (branches.map(\.pool) + [otherwise]).flatMap(\.shares).filter { $0.weight > 0 }.map(\.backend)
    )
  }
}
