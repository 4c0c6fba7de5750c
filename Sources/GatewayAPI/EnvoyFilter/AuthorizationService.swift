extension EnvoyFilter {
  /// An authentication service that one route asks, and how: Envoy's `ExtAuthzPerRoute` with an
  /// `http_service`, as far as it is understood.
  ///
  /// It takes the place of all that the filter says of its service, but for the headers of the
  /// request that go to it.
  package struct AuthorizationService: Hashable, Sendable {
    /// What path is asked for.
    package enum Path: Hashable, Sendable {
      /// `path_prefix`: the request's path stands behind it.
      case prefix(String)
      /// `path_override`: this, and its query.
      case whole(String)
    }

    /// The name of the filter.
    package static let filter = "envoy.filters.http.ext_authz"

    package var host: String
    package var port: Int
    /// As written, for example `60s`.
    package var timeout: String
    package var path: Path
    /// `headers_to_add`: headers of the question.
    package var questionHeaders: [Pair]
    /// `allowed_upstream_headers`, lower case: what goes to the backend.
    package var upstreamHeaders: [String]
    /// `allowed_client_headers_on_success`, lower case.
    package var responseHeaders: [String]
    /// `allowed_client_headers`, lower case: of a refusal; empty for all.
    package var refusalHeaders: [String]

    package init(
      host: String, port: Int, timeout: String, path: Path, questionHeaders: [Pair] = [],
      upstreamHeaders: [String] = [], responseHeaders: [String] = [],
      refusalHeaders: [String] = []
    ) {
      self.host = host
      self.port = port
      self.timeout = timeout
      self.path = path
      self.questionHeaders = questionHeaders
      self.upstreamHeaders = upstreamHeaders
      self.responseHeaders = responseHeaders
      self.refusalHeaders = refusalHeaders
    }
  }
}

extension EnvoyFilter.AuthorizationService.Path {
  package var text: String {
    switch self {
    case .prefix(let text), .whole(let text): text
    }
  }

  /// Whether the request's path stands behind the text.
  package var addsRequest: Bool {
    switch self {
    case .prefix: true
    case .whole: false
    }
  }
}

extension EnvoyFilter.AuthorizationService {
  /// Nil where something in it is not understood.
  init?(_ config: Field) {
    let settings = config["check_settings"]
    let http = settings["http_service"]
    let answer = http["authorization_response"]
    guard config.holdsOnly("@type", "check_settings"),
      settings.keys == ["http_service"],
      http.holdsOnly(
        "server_uri", "path_prefix", "path_override", "authorization_request",
        "authorization_response"),
      http["authorization_request"].holdsOnly("headers_to_add"),
      answer.holdsOnly(
        "allowed_upstream_headers", "allowed_client_headers", "allowed_client_headers_on_success"),
      let (host, port) = Self.cluster(http["server_uri"]["cluster"].plain),
      let path = Path(http),
      let headers = http["authorization_request"]["headers_to_add"].list,
      let upstream = Self.names(answer["allowed_upstream_headers"]),
      let responses = Self.names(answer["allowed_client_headers_on_success"]),
      let refusals = Self.names(answer["allowed_client_headers"])
    else { return nil }
    self.init(
      host: host, port: port, timeout: http["server_uri"]["timeout"].plain ?? "", path: path,
      questionHeaders: headers.map { Pair($0["key"].plain ?? "", $0["value"].plain ?? "") },
      upstreamHeaders: upstream, responseHeaders: responses, refusalHeaders: refusals)
  }

  /// `outbound|80||auth.shop.svc.cluster.local`: what Istio calls a port of a host.
  private static func cluster(_ name: String?) -> (host: String, port: Int)? {
    let parts = name?.split(separator: "|", omittingEmptySubsequences: false) ?? []
    guard parts.count == 4, parts[0] == "outbound", parts[2].isEmpty, let port = Int(parts[1])
    else { return nil }
    return (String(parts[3]), port)
  }

  /// The names of a list of matchers, lower case; nil where one is more than a name.
  private static func names(_ field: Field) -> [String]? {
    guard field.holdsOnly("patterns"), let patterns = field["patterns"].list else {
      return nil
    }
    var names: [String] = []
    for pattern in patterns {
      guard pattern.holdsOnly("exact", "ignore_case"),
        let name = pattern["exact"].plain
      else { return nil }
      names.append(name.lowercased())
    }
    return names
  }
}

extension EnvoyFilter.AuthorizationService.Path {
  /// Nil where both are written, which Envoy refuses.
  fileprivate init?(_ http: Field) {
    switch (http["path_prefix"].plain ?? "", http["path_override"].plain ?? "") {
    case (let prefix, ""): self = .prefix(prefix)
    case ("", let whole): self = .whole(whole)
    case _: return nil
    }
  }
}
