import GatewayAPI
import Routing

extension RouteSpeaker {
  /// Another Host header for the backend (`upstream-vhost`).
  mutating func sayUpstreamHost(_ host: String) {
    // The client's own host is what Envoy sends anyway.
    if ["$host", "$http_host", "$best_http_host"].contains(host) { return said(.hostRewrite) }
    if let problem = setHost(host) {
      lose(.hostRewrite, because: "\(problem).")
    } else {
      said(.hostRewrite)
    }
  }

  /// Sets the Host header for the backend; why not, where that cannot be said.
  ///
  /// A name is said by a rewrite. Istio reads a `Host` of a header modifier in the same way, and that
  /// may also name a port.
  mutating func setHost(_ host: String) -> String? {
    if isHostname(host), !host.hasPrefix("*") {
      speech.rewrite = speech.rewrite ?? HTTPRoute.URLRewrite()
      speech.rewrite?.hostname = host
      return nil
    }
    guard isHeaderValue(host), !host.contains(where: { "$% \t".contains($0) }) else {
      return "`\(host)` is no fixed name"
    }
    return speech.requestHeaders.replace(Pair("Host", host)) ? nil : "Host is one too many"
  }
}
