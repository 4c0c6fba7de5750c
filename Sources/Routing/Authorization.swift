/// Who may use a listener, whatever host and route there is: Envoy's RBAC and ext_authz filters.
package struct Authorization: Hashable, Sendable {
  /// Requests that other services decide about, which comes first.
  package var checks: [ServiceCheck]
  /// Requests that are refused.
  package var denied: [AuthorizationRule]
  /// The only requests that are let in; nil lets in what is not refused.
  package var allowed: [AuthorizationRule]?

  package init(
    checks: [ServiceCheck] = [], denied: [AuthorizationRule] = [],
    allowed: [AuthorizationRule]? = nil
  ) {
    self.checks = checks
    self.denied = denied
    self.allowed = allowed
  }

  /// Whether nobody is kept out.
  package var isOpen: Bool { checks.isEmpty && denied.isEmpty && allowed == nil }
}

/// Requests that one rule means.
package struct AuthorizationRule: Hashable, Sendable {
  package var test: RequestTest
  package var origin: Origin

  package init(_ test: RequestTest, _ origin: Origin = Origin()) {
    self.test = test
    self.origin = origin
  }
}

/// A service that decides about some requests: Envoy's ext_authz.
package struct ServiceCheck: Hashable, Sendable {
  /// The provider's name, under which the world tells its answer.
  package var provider: String
  /// The requests that it is asked about: those of any rule.
  package var rules: [AuthorizationRule]
  /// How it is asked about requests of routes that do not say it themselves.
  package var question: ServiceQuestion

  package init(
    provider: String, rules: [AuthorizationRule], question: ServiceQuestion = ServiceQuestion()
  ) {
    self.provider = provider
    self.rules = rules
    self.question = question
  }
}

extension Site {
  /// What is asked before the listeners, each once: those of one Gateway share it.
  package var authorizations: [Authorization] {
    listeners.reduce(into: []) { found, listener in
      if !found.contains(listener.authorization) { found.append(listener.authorization) }
    }
  }
}

extension Authorization {
  /// Everything that is asked of a request.
  package var tests: [RequestTest] {
    (checks.flatMap(\.rules) + denied + (allowed ?? [])).map(\.test)
  }
}
