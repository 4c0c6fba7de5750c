import Routing

extension RouteSpeaker {
  /// Address lists, users and passwords, and authentication services.
  mutating func sayAccess(_ access: Access) {
    said(.satisfy)
    if let credentials = access.credentials { sayCredentials(credentials, of: access) }
    guard let service = access.external else { return sayAddresses(access.addresses) }
    guard access.satisfiesAny else {
      sayAddresses(access.addresses)
      return sayService(service, unless: AddressRule())
    }
    // Any of the checks is enough: those whom the lists let in are not asked for more.
    guard areSayable(access.addresses) else { return }
    said(.addresses)
    sayService(service, unless: access.addresses)
  }

  /// A route for which no service is asked although the ConfigMap names one (`enable-global-auth`).
  mutating func sayNoService() {
    guard case .forward = route.destination, route.access?.external == nil else { return }
    said(.externalAuth)
  }

  private mutating func sayAddresses(_ rule: AddressRule) {
    guard rule != AddressRule(), areSayable(rule) else { return }
    said(.addresses)
    speech.guards.append(.addresses(rule))
  }

  /// Istio ignores a rule with an entry that is no address, and would let everybody in.
  private mutating func areSayable(_ rule: AddressRule) -> Bool {
    guard let wrong = (rule.denied + rule.allowed).first(where: { !isAddressRange($0) }) else {
      return true
    }
    close(.addresses, because: "\(wrong) is no range of addresses.")
    return false
  }

  private mutating func sayService(_ service: ExternalAuthentication, unless rule: AddressRule) {
    let problem = ServiceAddress.problem(
      with: service.url, sendsQuery: context.options.allowsEnvoyFilter)
    if let problem { return close(.externalAuth, because: problem) }
    if service.hasSnippet {
      return close(.externalAuth, because: "Lines of nginx configuration change the question.")
    }
    said(.externalAuth, .authAnswerHeaders, .authCookies)
    sayQuestion(service)
    speech.guards.append(.service(service, unless: rule))
  }
}
