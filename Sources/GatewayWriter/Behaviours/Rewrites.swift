import GatewayAPI
import Routing

extension RouteSpeaker {
  /// A new path on the way to the backend.
  mutating func sayRewrite(_ rewrite: PathRewrite) {
    switch rewrite {
    case .full(let text):
      said(.rewrite)
      speech.rewrite = HTTPRoute.URLRewrite(path: .replaceFullPath(text))
    case .prefix(let text):
      said(.rewrite)
      if route.path != .prefix(text) {
        speech.rewrite = HTTPRoute.URLRewrite(path: .replacePrefixMatch(text))
      }
    case .captures, .substitution: lose(.rewrite)
    }
  }
}
