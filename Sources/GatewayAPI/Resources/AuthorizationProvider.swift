/// A service that decides about requests: `envoyExtAuthzHttp` or `envoyExtAuthzGrpc`.
package struct AuthorizationProvider: Sendable {
  /// A host with its port.
  package struct Service: Hashable, Sendable {
    package var host: String
    package var port: Int
  }

  package var name: String
  /// Who is asked over HTTP; nil where it is not written so.
  package var service: Service?
  /// `pathPrefix`: what the path of the request is put behind.
  package var pathPrefix = ""
  /// `headersToUpstreamOnAllow`, lower case.
  package var upstreamHeaders: [String]
  /// `headersToDownstreamOnAllow`, lower case.
  package var responseHeaders: [String]
  /// `headersToDownstreamOnDeny`, lower case; empty for all.
  package var refusalHeaders: [String]

  package init(
    name: String, upstreamHeaders: [String], responseHeaders: [String], refusalHeaders: [String]
  ) {
    self.name = name
    self.upstreamHeaders = upstreamHeaders
    self.responseHeaders = responseHeaders
    self.refusalHeaders = refusalHeaders
  }
}

extension AuthorizationProvider {
  init(decoding field: Field) throws(Refusal) {
    let service = field["envoyExtAuthzHttp"]
    self.init(
      name: try field["name"].requiredText(),
      upstreamHeaders: try service["headersToUpstreamOnAllow"].texts().map { $0.lowercased() },
      responseHeaders: try service["headersToDownstreamOnAllow"].texts().map { $0.lowercased() },
      refusalHeaders: try service["headersToDownstreamOnDeny"].texts().map { $0.lowercased() })
    pathPrefix = try service["pathPrefix"].text() ?? ""
    guard let name = try service["service"].text(), let port = try service["port"].integer() else {
      return
    }
    // A namespace may stand before the host.
    self.service = Service(
      host: name.split(separator: "/").last.map(String.init) ?? name, port: port)
  }
}
