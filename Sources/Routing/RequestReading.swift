/// How a proxy reads a request before any route is tried; what a manifest cannot change.
package struct RequestReading: Hashable, Sendable {
  /// The two kinds of proxy, for the rules that belong to the program and not to its settings.
  package enum Proxy: Hashable, Sendable {
    /// nginx as the ingress-nginx controller configures it.
    case nginx
    /// Envoy as Istio configures it.
    case envoy
  }

  /// Which parts of a path are made equal before matching.
  package enum Slashes: Hashable, Sendable {
    /// `//` stays (Istio's BASE and DEFAULT).
    case kept
    /// `//` becomes `/` (Istio's MERGE_SLASHES).
    case merged
    /// `%2F` and `%5C` become `/`, then `//` becomes `/` (DECODE_AND_MERGE_SLASHES; nginx).
    case decodedAndMerged
  }

  package var proxy: Proxy
  package var slashes: Slashes
  /// Whether headers whose names hold `_` are dropped.
  package var dropsUnderscoreHeaders: Bool
  /// Whether headers with other characters than letters, digits and `-` in their names are dropped.
  package var dropsInvalidHeaders = true
  /// What of the client is believed from headers; nil believes the connection alone.
  package var forwarding: Forwarding?
  /// Whether connections begin with the PROXY protocol, which says who the client is.
  package var expectsProxyProtocol = false
  /// Whether backends are told the request's own path and query (`X-Original-URI`).
  package var addsOriginalURI = false

  package init(proxy: Proxy, slashes: Slashes, dropsUnderscoreHeaders: Bool) {
    self.proxy = proxy
    self.slashes = slashes
    self.dropsUnderscoreHeaders = dropsUnderscoreHeaders
  }

  /// ingress-nginx with an empty ConfigMap.
  package static let ingressNGINX = RequestReading(
    proxy: .nginx, slashes: .decodedAndMerged, dropsUnderscoreHeaders: true)
  /// Istio with its default MeshConfig.
  package static let istio = RequestReading(
    proxy: .envoy, slashes: .kept, dropsUnderscoreHeaders: false)
}
