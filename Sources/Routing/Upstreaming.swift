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
  /// Certificates and checks where TLS is spoken; nil for none that somebody asked for.
  package var tls: UpstreamTLS?

  package init(kind: Kind, losesHost: Bool = false, tls: UpstreamTLS? = nil) {
    self.kind = kind
    self.losesHost = losesHost
    self.tls = tls
  }
}

/// TLS to a backend as nginx is told to speak it: `proxy_ssl_*` with a Secret.
package struct UpstreamTLS: Hashable, Sendable {
  /// The Secret, `namespace/name`.
  package var secret: String
  /// Whether the Secret's own certificate is shown to the backend.
  package var showsCertificate: Bool
  /// Whether the backend's certificate is checked with the Secret's authorities.
  package var verifies: Bool
  /// The common names of the authorities; nil where the input does not hold the Secret.
  package var authorities: [String]?
  /// The name to check, and to send as SNI; empty for nginx's own name of the upstream.
  package var name: String
  package var sendsServerName: Bool

  package init(
    secret: String, showsCertificate: Bool = false, verifies: Bool = false,
    authorities: [String]? = nil, name: String = "", sendsServerName: Bool = false
  ) {
    self.secret = secret
    self.showsCertificate = showsCertificate
    self.verifies = verifies
    self.authorities = authorities
    self.name = name
    self.sendsServerName = sendsServerName
  }

  /// nginx's own name of every upstream (`$proxy_host`), which is checked where no other is given.
  package static let internalName = "upstream_balancer"

  /// The name that a backend's certificate has to carry where it is checked.
  package var checkedName: String { name.isEmpty ? Self.internalName : name }

  /// What is asked of the backend's certificate.
  package var security: UpstreamSecurity {
    guard verifies else { return UpstreamSecurity(trust: .anyone) }
    return UpstreamSecurity(
      trust: authorities.map { .authorities($0) } ?? .live("an authority in Secret \(secret)"),
      serverName: sendsServerName ? checkedName : nil, names: [checkedName])
  }
}

/// Where copies of requests go: nginx's `mirror`.
package struct Mirror: Hashable, Sendable {
  /// The address, in which `$request_uri` stands for the request's path and query.
  package var target: String
  package var host: String
  package var copiesBody: Bool
  /// The part of the requests that is copied.
  package var part: CopiedPart

  package init(target: String, host: String, copiesBody: Bool, part: CopiedPart = .all) {
    self.target = target
    self.host = host
    self.copiesBody = copiesBody
    self.part = part
  }
}

/// A part of the requests, drawn by chance: two parts of the same size are equal.
package struct CopiedPart: Hashable, Sendable {
  package static let all = CopiedPart(100, of: 100)

  /// How many of a hundred; an exact part such as 1 of 3 is rounded as a number is.
  package var percent: Double

  /// Makes a part of so many of so many requests; more than all are all.
  package init(_ numerator: Int, of denominator: Int) {
    let isAll = numerator >= denominator
    percent = isAll ? 100 : 100 * Double(max(0, numerator)) / Double(max(1, denominator))
  }
}
