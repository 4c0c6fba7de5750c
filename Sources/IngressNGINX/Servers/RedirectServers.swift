import Evidence
import Routing

/// A server that only redirects to another one (`template.buildRedirects`).
struct RedirectServer: Sendable {
  var from: String
  var to: String
  var owner: Int
  /// The certificate of the target, where it is good for this name, too.
  var certificate: ServerCertificate?
}

/// The servers that `from-to-www-redirect` makes; none for a name that is a host already.
func redirectServers(_ servers: Servers, _ certificates: CertificateChoice) -> [RedirectServer] {
  servers.byName.compactMap { server in
    guard let owner = server.settings.wwwOwner, server.name != Server.defaultName else {
      return nil
    }
    let isWWW = server.name.hasPrefix("www.")
    let from = isWWW ? String(server.name.dropFirst(4)) : "www.\(server.name)"
    guard servers.index(of: from) == nil else { return nil }
    var redirect = RedirectServer(from: from, to: server.name, owner: owner)
    if let certificate = server.certificate, certificates.covers(certificate, from) {
      redirect.certificate = certificate
    }
    return redirect
  }
}

extension RedirectServer {
  /// The host that redirects everything, with the port in the Location and without a final slash
  /// (`nginx.tmpl`).
  func host(
    _ controller: ControllerSettings, _ options: ControllerOptions, _ origin: Origin
  ) -> Host {
    let parts = RedirectParts(
      host: to, port: .listener(http: options.httpPort, https: options.httpsPort),
      dropsFinalSlash: true)
    let redirect = Routing.Redirect(status: controller.redirectStatus, target: .parts(parts))
    return Host(
      pattern: HostPattern(server: from),
      routes: [
        Route(
          path: .prefix("/"), destination: .redirect(redirect), origin: origin, isServerLevel: true)
      ], origin: origin)
  }
}
