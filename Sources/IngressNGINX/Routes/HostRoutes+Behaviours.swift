import Routing

extension HostRoutes {
  /// What a location does to requests, in the order of nginx's phases.
  func behaviours(_ block: LocationBlock, isServed: Bool) -> [Behaviour] {
    guard let served = ingress(block) else { return unownedBehaviours }
    let settings = served.settings
    var behaviours: [Behaviour] = []
    // A denied location says `return 503` and nothing else; the controller's own error pages count.
    guard settings.denial == nil else {
      return controllerErrorPages.map { [.errorPages($0)] } ?? []
    }
    let headers = settings.customHeaders.headers.map { Header($0.name.lowercased(), $0.value) }
    if !headers.isEmpty { behaviours.append(.responseHeaders(HeaderChange(set: headers))) }
    if let limit = bodyLimit(settings.bodySize.limit) { behaviours.append(.bodyLimit(limit)) }
    if settings.cors.isEnabled { behaviours.append(.cors(settings.cors.routed)) }
    if let pages = errorPages(block) { behaviours.append(.errorPages(pages)) }
    behaviours += rewritePhase(block, settings)
    guard isServed else { return behaviours }
    return behaviours + accessPhase(block, settings) + contentPhase(block, served)
  }

  /// What holds for the default server's own `/`, which no Ingress owns.
  private var unownedBehaviours: [Behaviour] {
    var behaviours: [Behaviour] = []
    if let limit = bodyLimit(nil) { behaviours.append(.bodyLimit(limit)) }
    if let pages = controllerErrorPages { behaviours.append(.errorPages(pages)) }
    if !controller.blockedCIDRs.isEmpty {
      let rule = AddressRule(denied: controller.blockedCIDRs)
      behaviours.append(.access(Access(addresses: rule)))
    }
    return behaviours
  }

  /// The longest body in bytes; nil for no limit.
  private func bodyLimit(_ written: String?) -> Int? {
    IngressNGINX.bodyLimit(of: written ?? controller.bodySize)
  }

  /// Snippets, redirects and the rewrite.
  private func rewritePhase(_ block: LocationBlock, _ settings: IngressSettings) -> [Behaviour] {
    var behaviours = snippetBehaviours("configuration-snippet", settings.snippets.configuration)
    behaviours += snippetBehaviours("location-snippet", controller.locationSnippet)
    guard block.location.appliesRedirects else { return behaviours }
    if let redirect = fixedRedirect(settings.redirect) { behaviours.append(.redirect(redirect)) }
    if let rewrite = rewrite(settings.rewrite, block) { behaviours.append(.rewritePath(rewrite)) }
    if let redirect = secureRedirect(settings.httpsRedirect, block) {
      behaviours.append(.secureRedirect(redirect))
    }
    return behaviours
  }

  /// What is done on the way to a backend and back.
  private func contentPhase(_ block: LocationBlock, _ served: ServedIngress) -> [Behaviour] {
    let settings = served.settings
    var behaviours: [Behaviour] = []
    if let mirror = settings.mirror.routed { behaviours.append(.mirror(mirror)) }
    if (settings.timeouts.read ?? controller.readTimeout) == 0 { behaviours.append(.noTime) }
    if !settings.upstreamHost.name.isEmpty {
      behaviours.append(.rewriteHost(filled(settings.upstreamHost.name, block)))
    }
    if let spoken = upstreamProtocol(block, settings) {
      behaviours.append(.upstreamProtocol(spoken))
    }
    let headers = controller.upstreamHeaders(configuration.configMaps)
    if !headers.isEmpty { behaviours.append(.requestHeaders(HeaderChange(set: headers))) }
    if let headers = takeoverHeaders(block) { behaviours.append(.requestHeaders(headers)) }
    if !settings.forwardedPrefix.value.isEmpty, block.location.appliesRedirects,
      settings.rewrite.replaces(block.path)
    {
      behaviours.append(.forwardedPrefix(settings.forwardedPrefix.value))
    }
    if let cookie = sessionCookie(block) { behaviours.append(.sessionCookie(cookie)) }
    if let rewrite = responseRewrite(settings) { behaviours.append(.responseRewrite(rewrite)) }
    return behaviours
  }
}

/// Lines of nginx configuration as a behaviour; none for an empty text.
func snippetBehaviours(_ name: String, _ text: String) -> [Behaviour] {
  let directives = NginxText.directives(in: text)
  return directives.isEmpty ? [] : [.snippet(Snippet(name: name, directives: directives))]
}
