import GatewayAPI
import Routing

extension Redirect {
  /// Converts a RequestRedirect filter (`createRedirectFilter` in Istio).
  ///
  /// Without scheme and port the listener's port is written, unless it is 80 or 443; with a scheme
  /// that scheme's own port is meant, which is not written.
  init(_ filter: HTTPRoute.RequestRedirect, listenerPort: Int) {
    let port: RedirectPort =
      switch (filter.port, filter.scheme) {
      case (let port?, let scheme): Self.port(port, scheme)
      case (nil, _?): .omitted
      case (nil, nil): [80, 443].contains(listenerPort) ? .omitted : .written(listenerPort)
      }
    self.init(
      status: filter.statusCode ?? 302,
      target: .parts(
        RedirectParts(
          scheme: filter.scheme, host: filter.hostname, port: port,
          path: filter.path.flatMap { PathRewrite(redirect: $0) })))
  }

  private static func port(_ port: Int, _ scheme: String?) -> RedirectPort {
    switch (port, scheme) {
    case (80, "http"), (443, "https"): .omitted
    case (80, nil), (443, nil): .omitted
    case _: .written(port)
    }
  }
}

extension PathRewrite {
  /// Converts the path of a redirect; Envoy takes an empty text for none.
  fileprivate init?(redirect modifier: HTTPRoute.PathModifier) {
    switch modifier {
    case .replaceFullPath(""), .replacePrefixMatch(""): return nil
    case .replaceFullPath(let path): self = .full(path)
    case .replacePrefixMatch(let path): self = .prefix(path)
    }
  }

  /// Converts the path of a rewrite; Istio replaces a full path by `/.*` with RE2's `\0`… in the
  /// new text.
  init(_ modifier: HTTPRoute.PathModifier) {
    switch modifier {
    case .replaceFullPath(let path):
      self = path.contains("\\") ? .substitution(pattern: "/.*", replacement: path) : .full(path)
    case .replacePrefixMatch(let path): self = .prefix(path)
    }
  }
}
