import Routing

extension Passage {
  /// nginx's access phase: addresses, then credentials, then the authentication service.
  mutating func check(_ access: Access, of route: Route) -> Answer? {
    var refusal: Answer?
    if access.credentials != nil { hideLogin() }
    for check in access.checks {
      let verdict = self.verdict(check, of: route)
      switch (verdict, access.satisfiesAny) {
      case (.passed, true): return nil
      case (.passed, false): continue
      case (.assumed(let condition), let any):
        conditions.append(condition)
        steps.append(Step("depends on \(condition)", route.origin))
        if any { return nil }
      case (.refused(let answer), let any):
        guard any, answer.isRefusal else { return sentToSignIn(answer, access, of: route) }
        if refusal?.isUnauthorized != true { refusal = answer }
      }
    }
    return refusal.map { sentToSignIn($0, access, of: route) }
  }

  /// A sign-in address takes the place of every 401, also of that for a wrong password
  /// (`error_page 401`).
  private func sentToSignIn(_ answer: Answer, _ access: Access, of route: Route) -> Answer {
    guard answer.isUnauthorized, let service = access.external else { return answer }
    return signIn(service, after: answer, of: route)
  }

  private mutating func verdict(_ check: AccessCheck, of route: Route) -> AccessVerdict {
    switch check {
    case .addresses(let rule): verdict(rule, of: route)
    case .credentials(let credentials): verdict(credentials, of: route)
    case .external(let service): verdict(service, of: route)
    }
  }

  private func verdict(_ rule: AddressRule, of route: Route) -> AccessVerdict {
    let address = received.client.address
    guard !rule.admits(address) else { return .passed }
    return .refused(
      answered(403, Step("client address \(address) is not let in: 403", route.origin)))
  }
}

/// One of the checks of the access phase.
enum AccessCheck {
  case addresses(AddressRule)
  case credentials(Credentials)
  case external(ExternalAuthentication)
}

/// What one check says.
enum AccessVerdict {
  case passed
  /// It passes if this holds, which only the live system knows.
  case assumed(String)
  case refused(Answer)
}

extension Access {
  /// The checks that there are, in nginx's order.
  fileprivate var checks: [AccessCheck] {
    var checks: [AccessCheck] = []
    if addresses != AddressRule() { checks.append(.addresses(addresses)) }
    if let credentials { checks.append(.credentials(credentials)) }
    if let external { checks.append(.external(external)) }
    return checks
  }
}

extension Answer {
  fileprivate var isUnauthorized: Bool { outcome == .answered(status: 401, location: nil) }

  /// Whether another check may still let the client in; any other error ends the phase
  /// (`ngx_http_core_access_phase`).
  fileprivate var isRefusal: Bool {
    isUnauthorized || outcome == .answered(status: 403, location: nil)
  }
}
