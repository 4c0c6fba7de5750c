extension EnvoyFilter {
  /// A filter that is put into the HTTP filter chain.
  package struct FilterInsertion: Hashable, Sendable {
    package var name: String
    /// The listener's port; nil for every one.
    package var port: Int?
    /// What the filter limits wherever a route does not say it otherwise.
    package var limit: TokenLimit?
    package var bodyLimit: Int?
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
  }
}

extension EnvoyFilter.FilterInsertion {
  static let connectionManager = "envoy.filters.network.http_connection_manager"

  /// Nil where the filter, or what it is inserted by, is not understood.
  init?(_ match: Field, _ operation: String, _ value: Field) {
    let listener = match["listener"]
    let filter = listener["filterChain"]["filter"]
    guard match.keys.allSatisfy({ ["context", "proxy", "listener"].contains($0) }),
      listener.keys.allSatisfy({ ["portNumber", "filterChain"].contains($0) }),
      listener["filterChain"].keys.allSatisfy({ $0 == "filter" }),
      !filter.isWritten || filter["name"].plain == Self.connectionManager,
      let name = value["name"].plain
    else { return nil }
    self.name = name
    if let position = Position(rawValue: operation) { self.position = position }
    port = listener["portNumber"].number
    let config = value["typed_config"]
    let isDisabled = value["disabled"].plain == "true"
    switch name {
    case EnvoyFilter.TokenLimit.filter:
      guard let limit = EnvoyFilter.TokenLimit(config) else { return nil }
      self.limit = isDisabled ? nil : limit
    case EnvoyFilter.bufferFilter:
      guard let bytes = config["max_request_bytes"].number else { return nil }
      bodyLimit = isDisabled ? nil : bytes
    case EnvoyFilter.AnswerScript.filter, EnvoyFilter.AdmissionScript.filter:
      // These scripts tell by what comes as far as the router.
      guard config.isNeutralLua, operation == Position.beforeRouter.rawValue,
        filter["subFilter"]["name"].plain == EnvoyFilter.router
      else { return nil }
    case EnvoyFilter.SignInScript.filter:
      guard config.isNeutralLua, operation == Position.first.rawValue else { return nil }
    case _: return nil
    }
  }
}
