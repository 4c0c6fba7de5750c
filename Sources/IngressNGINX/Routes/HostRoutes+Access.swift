import Kubernetes
import Routing

extension HostRoutes {
  /// Limits, addresses and authentication.
  func accessPhase(_ block: LocationBlock, _ settings: IngressSettings) -> [Behaviour] {
    var behaviours: [Behaviour] = []
    if refusesByRules(settings.modSecurity) {
      behaviours.append(.depends(on: "the rules of ModSecurity"))
    }
    if let limit = rateLimit(settings.rateLimit) { behaviours.append(.rateLimit(limit)) }
    var access = Access(satisfiesAny: settings.satisfy.isAny, addresses: addresses(settings))
    let isExempt = controller.noAuthPaths.contains { block.location.path.hasPrefix($0) }
    if !isExempt {
      access.credentials = credentials(settings.basicAuth)
      access.external = external(settings)
    }
    if !access.isOpen { behaviours.append(.access(access)) }
    return behaviours
  }

  /// ModSecurity only writes down what it finds, unless a snippet switches its engine on.
  private func refusesByRules(_ setting: ModSecurity.Setting) -> Bool {
    guard setting.isEnabled ?? controller.enablesModSecurity else { return false }
    return [setting.snippet, controller.modSecuritySnippet].contains { text in
      text.split(whereSeparator: \.isNewline).contains { line in
        line.lowercased().split(separator: " ") == ["secruleengine", "on"]
      }
    }
  }

  /// A location with lists of its own does not inherit `block-cidrs`.
  private func addresses(_ settings: IngressSettings) -> AddressRule {
    let rule = AddressRule(
      denied: settings.addresses.denied ?? controller.deniedAddresses,
      allowed: settings.addresses.allowed ?? controller.allowedAddresses)
    return rule == AddressRule() ? AddressRule(denied: controller.blockedCIDRs) : rule
  }

  private func rateLimit(_ setting: RateLimit.Setting) -> Routing.RateLimit? {
    guard setting.perSecond > 0 || setting.perMinute > 0 || setting.connections > 0 else {
      return nil
    }
    return Routing.RateLimit(
      perSecond: setting.perSecond, perMinute: setting.perMinute,
      burstMultiplier: setting.burstMultiplier, connections: setting.connections,
      exempt: setting.allowed, rateStatus: controller.requestLimitStatus,
      connectionStatus: controller.connectionLimitStatus)
  }

  private func credentials(_ setting: BasicAuth.Setting) -> Credentials? {
    guard setting.isOn, let secret = setting.secret else { return nil }
    let known = configuration.secrets[secret]
    let file = setting.usesMap ? known?.passwordMap : known?.passwordFile
    return Credentials(
      scheme: setting.isDigest ? .digest : .basic, realm: setting.realm,
      secret: secret.description, users: file?.lines)
  }

  /// The Ingress's own service, or the controller's for all locations that do not opt out.
  private func external(_ settings: IngressSettings) -> ExternalAuthentication? {
    let own = settings.externalAuth
    if !own.url.isEmpty {
      var service = ExternalAuthentication(
        url: own.url, method: own.method, signin: own.signin,
        signinParameter: own.signinRedirectParameter, responseHeaders: own.responseHeaders)
      service.questionHeaders = own.proxySetHeaders
      service.questionAddress = own.requestRedirect
      service.alwaysSetsCookie = own.alwaysSetsCookie
      service.hasSnippet = !own.snippet.isEmpty
      return service
    }
    guard settings.globalAuth.isEnabled, let all = controller.globalAuth else { return nil }
    var service = ExternalAuthentication(
      url: all.url, method: all.method, signin: all.signin,
      signinParameter: all.signinRedirectParam.isEmpty ? "rd" : all.signinRedirectParam,
      responseHeaders: all.responseHeaders)
    service.questionAddress = all.requestRedirect
    service.alwaysSetsCookie = all.alwaysSetCookie
    service.hasSnippet = !all.snippet.isEmpty
    return service
  }
}

extension HostRoutes {
  /// What the server does before it chooses a location (`nginx.tmpl`, server block).
  var serverBehaviours: [Behaviour] {
    var behaviours = configuration.commonBehaviours
    behaviours += blocked("user-agent", controller.blockedUserAgents)
    behaviours += blocked("referer", controller.blockedReferers)
    let settings = server.settings
    if settings.clientCertificateFault != nil {
      behaviours.append(.refuse(status: 403, when: []))
    } else if let check = settings.clientCertificates?.value.routed {
      behaviours.append(.clientCertificate(check))
    }
    behaviours += snippetBehaviours("server-snippet", settings.snippet?.value ?? "")
    return behaviours + snippetBehaviours("server-snippet", controller.serverSnippet)
  }

  /// nginx's `map`: `~` and `~*` begin an expression, other texts are compared ignoring case.
  private func blocked(_ header: String, _ entries: [String]) -> [Behaviour] {
    entries.map { entry in
      let pattern: String
      if entry.hasPrefix("~*") {
        pattern = "(?i)" + entry.dropFirst(2)
      } else if entry.hasPrefix("~") {
        pattern = String(entry.dropFirst())
      } else {
        pattern = "(?i)^\\Q\(entry)\\E$"
      }
      return .refuse(status: 403, when: [.header(name: header, .found(pattern))])
    }
  }
}

extension ClientCertificates.Setting {
  /// The check as the model has it; nil where nothing is checked.
  fileprivate var routed: ClientCertificateCheck? {
    let verifies = hasAuthority && verification != .off
    guard verifies || !matchCN.isEmpty else { return nil }
    var check = ClientCertificateCheck(
      secret: verifies ? secret?.description : nil, isOptional: verification != .on,
      subject: matchCN)
    check.errorPage = errorPage
    check.acceptsUntrusted = verification == .optionalNoCA
    return check
  }
}
