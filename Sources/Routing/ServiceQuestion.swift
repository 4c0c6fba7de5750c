/// Where an authentication service is asked, in one writing for both proxies.
package struct AskedAddress: Hashable, Sendable {
  /// In full where it is a Service of the cluster.
  package var host: String
  package var port: Int
  /// Path and query; empty where nginx asks for a path of its own.
  package var target: String
  /// Whether path and query of the request stand behind the target.
  package var addsRequest: Bool

  package init(host: String, port: Int, target: String, addsRequest: Bool = false) {
    self.host = host.hasSuffix(".svc") ? host + ".cluster.local" : host
    self.port = port
    self.target = target
    self.addsRequest = addsRequest
  }

  /// The address that nginx's `auth_request` asks; nil where it is none, or holds variables.
  ///
  /// Without path and query nginx asks for the location that stands for the question, whatever the
  /// request is (`/_external-auth-…`).
  package init?(url: String) {
    guard !url.contains("$"), let address = WebAddress(url),
      let port = address.port.map({ Int($0) }) ?? (address.scheme == "https" ? 443 : 80)
    else { return nil }
    self.init(host: address.host, port: port, target: address.target)
  }
}

extension AskedAddress: CustomStringConvertible {
  package var description: String {
    "\(host):\(port)\(target)\(addsRequest ? " and the request's path" : "")"
  }
}

/// How an authentication service is asked, and what of its answer is used: Envoy's ext_authz.
package struct ServiceQuestion: Hashable, Sendable {
  /// Nil where it is not known.
  package var address: AskedAddress?
  /// Headers of its consent that go to the backend; lower case.
  package var upstreamHeaders: [String]
  /// Headers of its consent that go to the client; lower case.
  package var responseHeaders: [String]
  /// Headers of its refusal that go to the client, lower case; empty for all.
  package var refusalHeaders: [String]

  package init(
    address: AskedAddress? = nil, upstreamHeaders: [String] = [], responseHeaders: [String] = [],
    refusalHeaders: [String] = []
  ) {
    self.address = address
    self.upstreamHeaders = upstreamHeaders
    self.responseHeaders = responseHeaders
    self.refusalHeaders = refusalHeaders
  }
}
