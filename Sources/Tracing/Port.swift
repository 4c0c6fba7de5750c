import Routing

/// The listeners of one port, arranged for look-up.
struct Port: Sendable {
  private var plain: HostTable<OpenListener>
  private var secure: HostTable<OpenListener>
  private let hasPlain: Bool
  private let hasSecure: Bool

  init(_ listeners: [Listener]) {
    let plainOnes = listeners.filter { !$0.transport.isSecure }
    let secureOnes = listeners.filter { $0.transport.isSecure }
    plain = Self.table(plainOnes)
    secure = Self.table(secureOnes)
    hasPlain = !plainOnes.isEmpty
    hasSecure = !secureOnes.isEmpty
  }

  /// Whether any listener of the port speaks the scheme.
  func speaks(_ scheme: Request.Scheme) -> Bool {
    switch scheme {
    case .http: hasPlain
    case .https: hasSecure
    }
  }

  /// The listener that takes a connection: by the TLS server name, or by the host without TLS.
  func listener(for name: String, _ scheme: Request.Scheme) -> OpenListener? {
    switch scheme {
    case .http: plain.value(for: name)
    case .https: secure.value(for: name)
    }
  }

  private static func table(_ listeners: [Listener]) -> HostTable<OpenListener> {
    // The listeners of one Gateway share what is asked before them.
    var known: AuthorizationTable?
    return HostTable(
      listeners.map { listener in
        let table =
          known.flatMap { $0.whole == listener.authorization ? $0 : nil }
          ?? AuthorizationTable(listener.authorization)
        known = table
        return (listener.serverName, OpenListener(listener, table))
      })
  }
}

/// One listener with its hosts and certificates arranged for look-up.
struct OpenListener: Sendable {
  let listener: Listener
  private let hosts: HostTable<Int>
  private let certificates: HostTable<String>
  private let authorization: AuthorizationTable

  init(_ listener: Listener, _ authorization: AuthorizationTable) {
    self.listener = listener
    self.authorization = authorization
    hosts = HostTable(listener.hosts.enumerated().map { ($0.element.pattern, $0.offset) })
    certificates = HostTable(
      listener.transport.certificateEntries.map { ($0.serverName, $0.secret) })
  }

  /// The only host that is asked: the most specific whose pattern fits.
  func host(for name: String) -> Host? {
    hosts.value(for: name).map { listener.hosts[$0] }
  }

  /// What is asked of requests for an authority before any host is.
  func authorization(for authority: String) -> Authorization {
    authorization.concerning(authority)
  }

  /// Whether the handshake fails because no host has the name.
  func refusesTLS(for serverName: String) -> Bool {
    guard case .https(let table) = listener.transport, table.refusesUnknownNames else {
      return false
    }
    return host(for: serverName)?.pattern == .any
  }

  /// The Secret whose certificate a client sees; nil without TLS.
  func certificate(for serverName: String) -> String? {
    switch listener.transport {
    case .http: nil
    case .https(let table): certificates.value(for: serverName) ?? table.fallback
    case .passthrough: "backend"
    }
  }
}

extension Listener.Transport {
  var isSecure: Bool {
    switch self {
    case .http: false
    case .https, .passthrough: true
    }
  }

  var certificateEntries: [CertificateTable.Entry] {
    switch self {
    case .http, .passthrough: []
    case .https(let table): table.entries
    }
  }
}
