extension EnvoyFilter {
  /// What is merged into a route.
  package struct RouteChange: Hashable, Sendable {
    /// Envoy's `regex_rewrite`.
    package struct Substitution: Hashable, Sendable {
      package var pattern: String
      package var replacement: String

      package init(pattern: String, replacement: String) {
        self.pattern = pattern
        self.replacement = replacement
      }
    }

    /// Whether anything under `route` is merged, which has to have a cluster then.
    package var mergesAction = false
    package var substitution: Substitution?
    package var hostRewrite: String?
    /// `idle_timeout` as written, for example `120s`.
    package var idleTimeout: String?
    /// `retry_policy`; nil where it is not written, or not understood.
    package var retries: RetryPolicy?
    /// The status of a `direct_response`.
    package var status: Int?
    package var limit: TokenLimit?
    /// `max_request_bytes` of the buffer filter.
    package var bodyLimit: Int?
    /// The lines of the password file of basic authentication.
    package var users: [String]?
    /// What is changed about backends' answers.
    package var answers: AnswerScript?
    /// Where clients are sent to sign in.
    package var signIn: SignInScript?
    /// How what was let in is marked.
    package var admission: AdmissionScript?
    /// In place of which statuses a page is shown.
    package var errorPages: ErrorPageScript?
    /// The authentication service that is asked, and how; nil as the provider of MeshConfig says.
    package var service: AuthorizationService?
    /// The keys that are not understood.
    package var unknown: [String] = []

    /// Merges these, and nothing else.
    package init(
      substitution: Substitution? = nil, idleTimeout: String? = nil, retries: RetryPolicy? = nil,
      limit: TokenLimit? = nil, bodyLimit: Int? = nil, users: [String]? = nil,
      answers: AnswerScript? = nil, signIn: SignInScript? = nil,
      errorPages: ErrorPageScript? = nil, service: AuthorizationService? = nil
    ) {
      self.substitution = substitution
      self.idleTimeout = idleTimeout
      self.retries = retries
      self.limit = limit
      self.bodyLimit = bodyLimit
      self.users = users
      self.answers = answers
      self.signIn = signIn
      // Without the mark the script would take the backend's 401 for the service's.
      admission = signIn.map { _ in AdmissionScript() }
      self.errorPages = errorPages
      self.service = service
      mergesAction = substitution != nil || idleTimeout != nil || retries != nil
    }
  }
}

extension EnvoyFilter.RouteChange {
  /// Keys of `route` that decide about time and attempts, not about the answer.
  private static let timing: Set<String> = [
    "hash_policy", "idle_timeout", "max_stream_duration", "priority", "retry_policy", "timeout",
  ]

  init(_ value: Field) {
    self.init()
    for key in value.keys {
      switch key {
      case "route": take(action: value[key])
      case "direct_response": take(response: value[key])
      case "typed_per_filter_config":
        for name in value[key].keys { take(filter: name, value[key][name]) }
      case _: unknown.append(key)
      }
    }
    if value.keys.isEmpty { unknown.append("an empty value") }
  }

  private mutating func take(action: Field) {
    mergesAction = true
    idleTimeout = action["idle_timeout"].plain
    if action["retry_policy"].isWritten {
      retries = EnvoyFilter.RetryPolicy(action["retry_policy"])
    }
    for key in action.keys where !Self.timing.contains(key) {
      switch key {
      case "regex_rewrite":
        let pattern = action[key]["pattern"]["regex"].plain
        let replacement = action[key]["substitution"].plain
        guard let pattern, let replacement else {
          unknown.append("route.\(key)")
          continue
        }
        substitution = Substitution(pattern: pattern, replacement: replacement)
      case "host_rewrite_literal": hostRewrite = action[key].plain
      case _: unknown.append("route.\(key)")
      }
    }
  }

  private mutating func take(response: Field) {
    guard let status = response["status"].number,
      response.holdsOnly("status", "body")
    else {
      unknown.append("direct_response")
      return
    }
    self.status = status
  }

  private mutating func take(filter name: String, _ config: Field) {
    switch name {
    case EnvoyFilter.TokenLimit.filter:
      limit = EnvoyFilter.TokenLimit(config)
      if limit == nil { unknown.append(name) }
    case EnvoyFilter.passwordFilter:
      users = PasswordLines.read(config)
      if users == nil { unknown.append(name) }
    case EnvoyFilter.bufferFilter where config["disabled"].plain == "true": break
    case EnvoyFilter.bufferFilter:
      bodyLimit = config["buffer"]["max_request_bytes"].number
      if bodyLimit == nil { unknown.append(name) }
    case EnvoyFilter.AnswerScript.filter:
      answers = EnvoyFilter.AnswerScript(config)
      if answers == nil { unknown.append(name) }
    case EnvoyFilter.SignInScript.filter:
      signIn = EnvoyFilter.SignInScript(config)
      if signIn == nil { unknown.append(name) }
    case EnvoyFilter.AdmissionScript.filter:
      admission = EnvoyFilter.AdmissionScript(config)
      if admission == nil { unknown.append(name) }
    case EnvoyFilter.ErrorPageScript.filter:
      errorPages = EnvoyFilter.ErrorPageScript(config)
      if errorPages == nil { unknown.append(name) }
    case EnvoyFilter.AuthorizationService.filter:
      service = EnvoyFilter.AuthorizationService(config)
      if service == nil { unknown.append(name) }
    case _: unknown.append(name)
    }
  }
}
