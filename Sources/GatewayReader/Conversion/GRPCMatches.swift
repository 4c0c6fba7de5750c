import GatewayAPI
import Routing

extension RequestMatch {
  /// Converts a match of a GRPCRoute: service and method become a path (`createGRPCURIMatch`).
  init(_ match: GRPCRoute.Match) {
    self.init(
      path: match.method.map { PathMatch($0) } ?? .prefix("/"),
      conditions: match.headers.lastByName.map { .header(name: $0.name, ValueMatch($0)) },
      sorted: match.method.flatMap { $0.servicePrefix })
  }
}

extension GRPCRoute.Method {
  /// A service alone is sorted with a `/` at its end, which Envoy's prefix does not have.
  fileprivate var servicePrefix: PathMatch? {
    guard type == .exact, method == nil, let service else { return nil }
    return .prefix("/\(service)/")
  }
}

extension PathMatch {
  fileprivate init(_ method: GRPCRoute.Method) {
    switch (method.type, method.service, method.method) {
    case (.exact, let service?, let method?): self = .exact("/\(service)/\(method)")
    case (.exact, let service?, nil): self = .prefix("/\(service)")
    case (.regularExpression, let service?, let method?): self = .whole("/\(service)/\(method)")
    case (.regularExpression, let service?, nil): self = .whole("/\(service)/.+")
    case (.exact, nil, let method?), (.regularExpression, nil, let method?):
      self = .whole("/[^/]+/\(method)")
    case (.exact, nil, nil), (.regularExpression, nil, nil): self = .prefix("/")
    }
  }

  private static func whole(_ text: String) -> PathMatch { .pattern(PathPattern(text, .whole)) }
}
