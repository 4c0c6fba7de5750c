import Routing

extension HostRoutes {
  /// How the backend is spoken to; nil for plain HTTP.
  func upstreamProtocol(
    _ block: LocationBlock, _ settings: IngressSettings
  ) -> UpstreamProtocol? {
    guard block.location.upstream != defaultUpstreamName else { return nil }
    return SpokenProtocols(secrets: configuration.secrets)
      .spoken(settings, on: server.settings)
  }

  /// `proxy-redirect-*` and `proxy-cookie-*`, or what the ConfigMap says.
  func responseRewrite(_ settings: IngressSettings) -> ResponseRewrite? {
    let from = settings.locationRewriting.from ?? controller.redirectFrom
    let to = settings.locationRewriting.to ?? controller.redirectTo
    var rewrite = ResponseRewrite()
    if !["off", "default", ""].contains(from), !["off", ""].contains(to) {
      rewrite.location = ResponseRewrite.Pair(from: from, to: to)
      rewrite.completion = to.hasPrefix("/") ? completion(settings) : nil
    }
    rewrite.cookieDomain = pair(settings.cookieRewriting.domain ?? controller.cookieDomain)
    rewrite.cookiePath = pair(settings.cookieRewriting.path ?? controller.cookiePath)
    return rewrite == ResponseRewrite() ? nil : rewrite
  }

  /// The port of the address that nginx makes of a path that it has put into a Location; nil where
  /// it stays a path (`absolute_redirect`).
  private func completion(_ settings: IngressSettings) -> RedirectPort? {
    let isRelative = settings.redirect.isRelative ?? controller.relativeRedirects
    guard !isRelative else { return nil }
    let options = configuration.options
    let usesPort = settings.httpsRedirect.usesPort ?? controller.usesPortInRedirects
    let isUsual = (options.httpPort, options.httpsPort) == (80, 443)
    return usesPort && !isUsual
      ? .listener(http: options.httpPort, https: options.httpsPort) : .omitted
  }

  /// Two words, or nothing for `off`.
  private func pair(_ text: String) -> ResponseRewrite.Pair? {
    let words = text.split(separator: " ")
    guard words.count == 2 else { return nil }
    return ResponseRewrite.Pair(from: String(words[0]), to: String(words[1]))
  }

  /// The cookie is set where the location's own Ingress asks for affinity.
  func sessionCookie(_ block: LocationBlock) -> SessionCookie? {
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

extension Mirror.Setting {
  /// The mirror as the model has it; nil where there is none.
  var routed: Routing.Mirror? {
    guard !target.isEmpty else { return nil }
    return Routing.Mirror(target: target, host: host, copiesBody: copiesBody)
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
