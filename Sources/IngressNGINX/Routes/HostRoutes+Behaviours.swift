import Routing

extension HostRoutes {
  /// What a location does to requests, in the order of nginx's phases.
  func behaviours(_ block: LocationBlock, isServed: Bool) -> [Behaviour] {
    guard let served = ingress(block) else { return [] }
    let settings = served.settings
    var behaviours: [Behaviour] = []
    if settings.cors.isEnabled { behaviours.append(.cors(settings.cors.routed)) }
    if let pages = errorPages(block) { behaviours.append(.errorPages(pages)) }
    guard settings.denial == nil else { return behaviours }
    if block.location.appliesRedirects {
      if let redirect = fixedRedirect(settings.redirect) { behaviours.append(.redirect(redirect)) }
      if let rewrite = rewrite(settings.rewrite, block) { behaviours.append(.rewritePath(rewrite)) }
      if let redirect = secureRedirect(settings.httpsRedirect, block) {
        behaviours.append(.secureRedirect(redirect))
      }
    }
    guard isServed else { return behaviours }
    let access = AddressRule(
      denied: settings.addresses.denied ?? controller.deniedAddresses,
      allowed: settings.addresses.allowed ?? controller.allowedAddresses)
    if access != AddressRule() { behaviours.append(.access(access)) }
    if !settings.upstreamHost.name.isEmpty {
      behaviours.append(.rewriteHost(filled(settings.upstreamHost.name, block)))
    }
    if let headers = takeoverHeaders(block) { behaviours.append(.requestHeaders(headers)) }
    if let cookie = sessionCookie(block) { behaviours.append(.sessionCookie(cookie)) }
    return behaviours
  }

  /// `permanent-redirect` and `temporal-redirect`: nothing of the request is added.
  private func fixedRedirect(_ setting: Redirect.Setting) -> Routing.Redirect? {
    guard !setting.url.isEmpty else { return nil }
    guard setting.url.hasPrefix("/"), !(setting.isRelative ?? controller.relativeRedirects) else {
      return Routing.Redirect(status: setting.status, target: .literal(setting.url))
    }
    let parts = RedirectParts(path: .full(setting.url), keepsQuery: false)
    return Routing.Redirect(status: setting.status, target: .parts(parts))
  }

  private func rewrite(_ setting: Rewrite.Setting, _ block: LocationBlock) -> PathRewrite? {
    guard setting.replaces(block.path) else { return nil }
    return .captures(pattern: block.path, target: setting.target)
  }

  /// `ssl-redirect` on hosts with a certificate, `force-ssl-redirect` on all (`lua_ingress.lua`).
  private func secureRedirect(
    _ setting: HTTPSRedirect.Setting, _ block: LocationBlock
  ) -> Routing.Redirect? {
    let isForced = setting.force ?? controller.forcesHTTPS
    let isAsked = (setting.redirect ?? controller.redirectsToHTTPS) && hasCertificate
    guard isForced || isAsked else { return nil }
    let isExempt = controller.noTLSRedirectPaths.contains { block.location.path.hasPrefix($0) }
    guard !isExempt else { return nil }
    let parts = RedirectParts(
      scheme: "https",
      port: setting.usesPort ?? controller.usesPortInRedirects ? .written(443) : .omitted,
      dropsFinalSlash: !(setting.preservesTrailingSlash ?? controller.preservesTrailingSlash))
    return Routing.Redirect(status: controller.redirectStatus, target: .parts(parts))
  }

  /// The cookie is set where the location's own Ingress asks for affinity.
  private func sessionCookie(_ block: LocationBlock) -> SessionCookie? {
    guard let owner = block.location.owner,
      let affinity = upstreams[block.location.upstream]?.affinity, affinity.owners.contains(owner)
    else { return nil }
    return affinity.cookie.routed(
      path: block.location.path, silentBackend: silentCanary(of: block))
  }

  /// The canary of a main with affinity, where it is told to keep no clients of its own.
  private func silentCanary(of block: LocationBlock) -> Backend? {
    guard let first = upstreams[block.location.upstream]?.alternatives.first,
      ingresses[first.canary].settings.affinity.isLegacyForCanaries
    else { return nil }
    return upstreams[first.name]?.backend
  }
}

extension SessionAffinity.Cookie {
  /// The cookie with its attributes in the order in which the controller writes them.
  fileprivate func routed(path location: String, silentBackend: Backend?) -> SessionCookie {
    SessionCookie(
      name: name, attributes: attributes(path: location, isSecure: isAlwaysSecure),
      secureAttributes: attributes(path: location, isSecure: true), silentBackend: silentBackend)
  }

  private func attributes(path location: String, isSecure: Bool) -> String {
    var attributes: [String] = []
    if !expires.isEmpty { attributes.append("Expires=*") }
    if !maxAge.isEmpty { attributes.append("Max-Age=\(maxAge)") }
    if !domain.isEmpty { attributes.append("Domain=\(domain)") }
    attributes.append("Path=\(path.isEmpty ? location : path)")
    if isSecure { attributes.append("Secure") }
    attributes.append("HttpOnly")
    if ["None", "Lax", "Strict"].contains(sameSite) { attributes.append("SameSite=\(sameSite)") }
    return attributes.joined(separator: "; ")
  }
}

extension CrossOrigin.Setting {
  /// The headers that nginx puts on every answer (`nginx.tmpl`, CORS block).
  fileprivate var routed: CORS {
    var headers: [Header] = []
    if allowsCredentials { headers.append(Header("access-control-allow-credentials", "true")) }
    headers.append(Header("access-control-allow-methods", methods))
    headers.append(Header("access-control-allow-headers", self.headers))
    if !exposedHeaders.isEmpty {
      headers.append(Header("access-control-expose-headers", exposedHeaders))
    }
    headers.append(Header("access-control-max-age", String(maxAge)))
    return CORS(
      origins: origins == ["*"] ? .any : .matching(originPattern), headers: headers,
      preflightStatus: 204)
  }

  /// The origins as one expression, anchored at its end only (`buildCorsOriginRegex`).
  private var originPattern: String {
    let parts = origins.filter { $0 == "null" || $0.contains("://") }.map { origin in
      origin.map { character in
        switch character {
        case "*": "[A-Za-z0-9\\-]+"
        case ".": "\\."
        default: String(character)
        }
      }.joined()
    }
    return parts.isEmpty ? "" : "(\(parts.joined(separator: "|")))$"
  }
}
