/// Everything one proxy serves: what a folder of manifests means, whatever dialect it is written in.
package struct Site: Hashable, Sendable {
  /// How the proxy reads a request before it decides.
  package var reading: RequestReading
  /// The ports it listens on; for TLS one listener for each certificate or server name.
  package var listeners: [Listener]
  /// How connections to the backends are made, one entry a Service, sorted by namespace and name.
  package var upstreams: [Upstream]
  /// What somebody wrote that the site comes of, as far as it can be said in another dialect.
  package var settings: Settings

  package init(
    reading: RequestReading, listeners: [Listener] = [], upstreams: [Upstream] = [],
    settings: Settings = Settings()
  ) {
    self.reading = reading
    self.listeners = listeners
    self.upstreams = upstreams
    self.settings = settings
  }
}

/// One port, or one server name on a TLS port, and the hosts behind it.
package struct Listener: Hashable, Sendable {
  /// What happens to the bytes that arrive.
  package enum Transport: Hashable, Sendable {
    /// Plain HTTP.
    case http
    /// TLS ends here, with one of these certificates.
    case https(CertificateTable)
    /// TLS is passed on unopened to a backend.
    case passthrough(Backend)
  }

  package var name: String
  package var port: Int
  package var transport: Transport
  /// The TLS server names that reach this listener; `.any` for plain HTTP.
  package var serverName: HostPattern
  /// The hosts in any order: the most specific pattern that fits a request is consulted, no other.
  package var hosts: [Host]
  /// Headers put on every answer of every route behind this listener.
  package var responseHeaders: [Header]
  /// Who may use the listener at all.
  package var authorization = Authorization()
  /// How many proxies in front are believed to have written X-Forwarded-For (Envoy's
  /// `xff_num_trusted_hops`).
  package var trustedProxies = 0
  /// Whether connections have to begin with the PROXY protocol.
  package var expectsProxyProtocol = false
  /// Which certificate TLS clients have to show; nil where none is asked for.
  package var clientCertificates: ClientCertificateDemand?
  /// What every answer hangs on because an object is not understood, in words.
  package var conditions: [String] = []
  package var origin: Origin

  package init(
    name: String, port: Int, transport: Transport, serverName: HostPattern = .any, hosts: [Host],
    responseHeaders: [Header] = [], origin: Origin = Origin()
  ) {
    self.name = name
    self.port = port
    self.transport = transport
    self.serverName = serverName
    self.hosts = hosts
    self.responseHeaders = responseHeaders
    self.origin = origin
  }
}

/// Which certificate a TLS listener shows to which server name.
package struct CertificateTable: Hashable, Sendable {
  /// A server name and the Secret (`namespace/name`) whose certificate it gets.
  package struct Entry: Hashable, Sendable {
    package var serverName: HostPattern
    package var secret: String

    package init(serverName: HostPattern, secret: String) {
      self.serverName = serverName
      self.secret = secret
    }
  }

  /// The most specific entry that fits counts.
  package var entries: [Entry]
  /// The Secret for every other name, or `default` for the controller's own certificate.
  package var fallback: String
  /// Whether TLS is refused for names that only the host for every name takes
  /// (`ssl_reject_handshake`).
  package var refusesUnknownNames: Bool

  package init(entries: [Entry] = [], fallback: String, refusesUnknownNames: Bool = false) {
    self.entries = entries
    self.fallback = fallback
    self.refusesUnknownNames = refusesUnknownNames
  }
}

/// One name and its routes: an nginx server, an Envoy virtual host.
package struct Host: Hashable, Sendable {
  package var pattern: HostPattern
  /// The routes in the order in which they are tried; the first that matches answers.
  package var routes: [Route]
  /// What is done before a route is chosen, for every path; the listener's headers stay off.
  package var behaviours: [Behaviour]
  /// The object that brought the host.
  package var origin: Origin
  /// The ciphers of the host's own up to TLS 1.2, as OpenSSL names them; nil for the listener's.
  package var ciphers: String?

  package init(
    pattern: HostPattern, routes: [Route], behaviours: [Behaviour] = [], origin: Origin = Origin()
  ) {
    self.pattern = pattern
    self.routes = routes
    self.behaviours = behaviours
    self.origin = origin
  }
}

/// The host names that a host or listener answers to.
package enum HostPattern: Hashable, Sendable {
  /// One name, lower case.
  case exact(String)
  /// Exactly one label before the domain: nginx's reading of `*.example.com`.
  case oneLabel(domain: String)
  /// One or more labels before the domain: Gateway API's reading of `*.example.com`.
  case labels(domain: String)
  /// Names that begin so, up to and with the last dot: nginx's `www.example.*`.
  case beginning(String)
  /// Names that a PCRE expression is found in, ignoring case: nginx's `~name`.
  case expression(String)
  /// Every name that no other pattern fits.
  case any
}

/// One header line.
package struct Header: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
