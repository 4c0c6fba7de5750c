/// How a backend is spoken to.
package struct UpstreamProtocol: Hashable, Sendable {
  /// What is spoken.
  package enum Kind: String, Hashable, Sendable {
    case http
    case https
    /// The scheme of the client's own connection (`AUTO_HTTP`).
    case clients = "the client's scheme"
    case grpc
    case grpcs
    case fastCGI = "fastcgi"
  }

  package var kind: Kind
  /// Whether the backend gets nginx's name for the upstream instead of the client's Host.
  package var losesHost: Bool

  package init(kind: Kind, losesHost: Bool = false) {
    self.kind = kind
    self.losesHost = losesHost
  }
}

/// Where copies of requests go: nginx's `mirror`.
package struct Mirror: Hashable, Sendable {
  /// The address, in which `$request_uri` stands for the request's path and query.
  package var target: String
  package var host: String
  package var copiesBody: Bool

  package init(target: String, host: String, copiesBody: Bool) {
    self.target = target
    self.host = host
    self.copiesBody = copiesBody
  }
}

/// Changes of addresses in a backend's answer: nginx's `proxy_redirect`, `proxy_cookie_domain` and
/// `proxy_cookie_path`; each pair is what is looked for and what replaces it.
package struct ResponseRewrite: Hashable, Sendable {
  /// A text and its replacement.
  package struct Pair: Hashable, Sendable {
    package var from: String
    package var to: String

    package init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  package var location: Pair?
  package var cookieDomain: Pair?
  package var cookiePath: Pair?

  package init(location: Pair? = nil, cookieDomain: Pair? = nil, cookiePath: Pair? = nil) {
    self.location = location
    self.cookieDomain = cookieDomain
    self.cookiePath = cookiePath
  }
}
