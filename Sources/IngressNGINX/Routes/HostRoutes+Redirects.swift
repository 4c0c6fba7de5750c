import Routing

extension HostRoutes {
  /// `permanent-redirect` and `temporal-redirect`: nothing of the request is added.
  func fixedRedirect(_ setting: Redirect.Setting) -> Routing.Redirect? {
    guard !setting.url.isEmpty else { return nil }
    guard setting.url.hasPrefix("/"), !(setting.isRelative ?? controller.relativeRedirects) else {
      return Routing.Redirect(status: setting.status, target: .literal(setting.url))
    }
    let parts = RedirectParts(path: .full(setting.url), keepsQuery: false)
    return Routing.Redirect(status: setting.status, target: .parts(parts))
  }

  func rewrite(_ setting: Rewrite.Setting, _ block: LocationBlock) -> PathRewrite? {
    guard setting.replaces(block.path) else { return nil }
    return .captures(pattern: block.path, target: setting.target)
  }

  /// `ssl-redirect` on hosts with a certificate, `force-ssl-redirect` on all (`lua_ingress.lua`).
  func secureRedirect(
    _ setting: HTTPSRedirect.Setting, _ block: LocationBlock
  ) -> Routing.Redirect? {
    let isForced = setting.force ?? controller.forcesHTTPS
    let isAsked = (setting.redirect ?? controller.redirectsToHTTPS) && hasCertificate
    guard isForced || isAsked else { return nil }
    let isExempt = controller.noTLSRedirectPaths.contains { block.location.path.hasPrefix($0) }
    guard !isExempt else { return nil }
    let usesPort = setting.usesPort ?? controller.usesPortInRedirects
    let parts = RedirectParts(
      scheme: "https", port: usesPort ? .written(configuration.options.httpsPort) : .omitted,
      dropsFinalSlash: !(setting.preservesTrailingSlash ?? controller.preservesTrailingSlash))
    return Routing.Redirect(status: controller.redirectStatus, target: .parts(parts))
  }
}
