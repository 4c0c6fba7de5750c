extension EnvoyFilter {
  /// A filter that is put into the HTTP filter chain.
  package struct FilterInsertion: Hashable, Sendable {
    package var name: String
    /// The listener's port; nil for every one.
    package var port: Int?
    /// The TLS server name that the listener is for; nil for every listener.
    package var serverName: String?
    /// What the filter limits wherever a route does not say it otherwise.
    package var limit: TokenLimit?
    package var bodyLimit: Int?
    /// The lines of the password file that holds wherever a route has none of its own.
    package var users: [String]?
    /// An expression of RE2 that the whole subject of a client's certificate has to fit.
    package var subject: String?
    /// Where in the chain it stands.
    package var position = Position.beforeRouter

    /// A place in the chain of filters.
    package enum Position: String, Hashable, Sendable {
      /// Behind everything that may refuse requests.
      case beforeRouter = "INSERT_BEFORE"
      /// Before everything else.
      case first = "INSERT_FIRST"
    }

    /// Puts in a filter that does nothing until a route says what.
    package init(name: String, at position: Position = .beforeRouter) {
      self.name = name
      self.position = position
    }

    /// Lets in only clients whose certificate has such a subject, before anything else.
    package init(subject: String, on serverName: String) {
      self.init(name: EnvoyFilter.subjectFilter, at: .first)
      self.subject = subject
      self.serverName = serverName
    }
  }
}

extension EnvoyFilter.FilterInsertion {
  static let connectionManager = "envoy.filters.network.http_connection_manager"

  /// Nil where the filter, or what it is inserted by, is not understood.
  init?(_ match: Field, _ operation: String, _ value: Field) {
    let listener = match["listener"]
    let chain = listener["filterChain"]
    guard match.holdsOnly("context", "proxy", "listener"),
      listener.holdsOnly("portNumber", "filterChain"),
      chain.holdsOnly("filter", "sni"),
      !chain["filter"].isWritten || chain["filter"]["name"].plain == Self.connectionManager,
      let name = value["name"].plain
    else { return nil }
    self.name = name
    let written = Position(rawValue: operation)
    position = written ?? .beforeRouter
    port = listener["portNumber"].number
    serverName = chain["sni"].plain
    let isDisabled = value["disabled"].plain == "true"
    let neighbour = chain["filter"]["subFilter"]["name"].plain
    guard take(value["typed_config"], isDisabled: isDisabled, at: written, beside: neighbour) else {
      return nil
    }
    // What routes may say otherwise is known of whole ports, and what nobody may of one listener.
    guard (subject != nil) == (serverName != nil), subject == nil || position == .first else {
      return nil
    }
  }

  private mutating func take(
    _ config: Field, isDisabled: Bool, at place: Position?, beside neighbour: String?
  ) -> Bool {
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
    case EnvoyFilter.AnswerScript.filter, EnvoyFilter.AdmissionScript.filter:
      // These scripts tell by what comes as far as the router.
      return config.isNeutralLua && place == .beforeRouter && neighbour == EnvoyFilter.router
    case EnvoyFilter.SignInScript.filter, EnvoyFilter.ErrorPageScript.filter:
      // These see what the others refuse, and change what the others make of answers.
      return config.isNeutralLua && place == .first
    case _:
      guard !isDisabled, let read = SubjectTest.read(config) else { return false }
      subject = read
    }
    return true
  }
}
