import GatewayAPI
import Routing

/// The filters of a rule, sorted by what they do.
struct RuleFilters {
  private(set) var requestHeaders: [HTTPRoute.HeaderModifier] = []
  private(set) var responseHeaders: [HTTPRoute.HeaderModifier] = []
  private(set) var redirect: HTTPRoute.RequestRedirect?
  private(set) var rewrite: HTTPRoute.URLRewrite?
  private(set) var cors: HTTPRoute.CORS?
  /// The filters that send copies of requests to other backends.
  private(set) var mirrors: [HTTPRoute.RequestMirror] = []

  /// Takes the filters of a rule and those that all its backends have; others apply to their share
  /// alone, which the model cannot say.
  init(_ filters: [HTTPRoute.Filter], of backends: [HTTPRoute.Backend]) {
    for filter in filters + (backends.commonFilters ?? []) { take(filter) }
  }

  private mutating func take(_ filter: HTTPRoute.Filter) {
    switch filter {
    case .requestHeaderModifier(let modifier): requestHeaders.append(modifier)
    case .responseHeaderModifier(let modifier): responseHeaders.append(modifier)
    case .requestRedirect(let redirect): self.redirect = redirect
    case .urlRewrite(let rewrite): self.rewrite = rewrite
    case .cors(let cors): self.cors = cors
    case .requestMirror(let mirror): mirrors.append(mirror)
    case .extensionRef, .other: break
    }
  }

  /// The behaviours in Envoy's order: the answer's headers are put on every answer, CORS answers
  /// before the router, and the router changes host, path and headers.
  ///
  /// Envoy's CORS filter takes notice of routes to backends alone: where a route redirects or answers
  /// itself, preflights get that answer, and none has CORS headers (measured with Envoy 1.38.3).
  func behaviours(before destination: Destination) -> [Behaviour] {
    var answeredByFilter: [Behaviour] = []
    if case .forward = destination, let cors { answeredByFilter = [.cors(CORS(cors))] }
    return responseHeaders.map { .responseHeaders(HeaderChange($0)) } + answeredByFilter
      + (host.map { [.rewriteHost($0)] } ?? [])
      + (rewrite?.path.map { [.rewritePath(PathRewrite($0))] } ?? [])
      + requestHeaders.map { HeaderChange($0).withoutHost }.filter { !$0.isEmpty }
      .map { .requestHeaders($0) }
  }

  /// The Host header that the backend sees; `set: Host` does what `urlRewrite.hostname` does.
  private var host: String? {
    let set = requestHeaders.flatMap(\.set).last { $0.name.lowercased() == "host" }
    return rewrite?.hostname ?? set?.value
  }

  /// The values that Envoy reads as format strings.
  var formats: [String] {
    (requestHeaders + responseHeaders).flatMap { $0.set + $0.add }
      .filter { $0.name.lowercased() != "host" }.map(\.value)
  }
}

extension [HTTPRoute.Backend] {
  /// The filters of every backend that takes requests; nil where they differ.
  var commonFilters: [HTTPRoute.Filter]? {
    let weighted = filter { $0.weight != 0 }
    guard let first = weighted.first else { return [] }
    return weighted.allSatisfy { $0.filters == first.filters } ? first.filters : nil
  }
}
