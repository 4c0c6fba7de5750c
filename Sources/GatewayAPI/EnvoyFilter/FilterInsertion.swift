extension EnvoyFilter {
  /// A filter that is put into the HTTP filter chain.
  package struct FilterInsertion: Hashable, Sendable {
    package var name: String
    /// The listener's port; nil for every one.
    package var port: Int?
    /// The TLS server name that the listener is for; nil for every listener.
    package var serverName: String?
    /// Whether it comes before every other filter, not just before the router.
    package var isFirst = false
    /// What the filter limits wherever a route does not say it otherwise.
    package var limit: TokenLimit?
    package var bodyLimit: Int?
    /// The lines of the password file that holds wherever a route has none of its own.
    package var users: [String]?
    /// An expression of RE2 that the whole subject of a client's certificate has to fit.
    package var subject: String?

    /// Puts in a filter that does nothing until a route says what.
    package init(name: String) { self.name = name }

    /// Lets in only clients whose certificate has such a subject, before anything else.
    package init(subject: String, on serverName: String) {
      name = EnvoyFilter.subjectFilter
      self.subject = subject
      self.serverName = serverName
      isFirst = true
    }
  }
}

extension EnvoyFilter.FilterInsertion {
  static let connectionManager = "envoy.filters.network.http_connection_manager"

  /// Nil where the filter, or what it is inserted by, is not understood.
  init?(_ match: Field, _ value: Field, isFirst: Bool) {
    let listener = match["listener"]
    let chain = listener["filterChain"]
    guard match.keys.allSatisfy({ ["context", "proxy", "listener"].contains($0) }),
      listener.keys.allSatisfy({ ["portNumber", "filterChain"].contains($0) }),
      chain.keys.allSatisfy({ ["filter", "sni"].contains($0) }),
      !chain["filter"].isWritten || chain["filter"]["name"].plain == Self.connectionManager,
      let name = value["name"].plain
    else { return nil }
    self.name = name
    self.isFirst = isFirst
    port = listener["portNumber"].number
    serverName = chain["sni"].plain
    guard take(value["typed_config"], isDisabled: value["disabled"].plain == "true") else {
      return nil
    }
    // What routes may say otherwise is known of whole ports, and what nobody may of one listener.
    guard (subject != nil) == (serverName != nil), subject == nil || isFirst else { return nil }
  }

  private mutating func take(_ config: Field, isDisabled: Bool) -> Bool {
    switch name {
    case EnvoyFilter.TokenLimit.filter:
      guard let read = EnvoyFilter.TokenLimit(config) else { return false }
      limit = isDisabled ? nil : read
    case EnvoyFilter.bufferFilter:
      guard let bytes = config["max_request_bytes"].number else { return false }
      bodyLimit = isDisabled ? nil : bytes
    case EnvoyFilter.passwordFilter:
      guard let lines = PasswordLines.read(config) else { return false }
      users = isDisabled ? nil : lines
    case _:
      guard !isDisabled, let read = SubjectTest.read(config) else { return false }
      subject = read
    }
    return true
  }
}
