import Kubernetes
import Routing

extension Configuration {
  /// A host has a certificate of its own, or that of the wildcard host one label up
  /// (`certificate.lua`); the default server never has.
  func hasCertificate(_ server: Server) -> Bool {
    server.certificate != nil || hasWildcardCertificate(server.name)
  }

  /// An alias has the certificate of its server where that is good for it.
  func hasCertificate(_ server: Server, _ alias: String) -> Bool {
    let isCovered = server.certificate.map { certificateChoice.covers($0, alias) } ?? false
    return isCovered || hasWildcardCertificate(alias)
  }

  private func hasWildcardCertificate(_ name: String) -> Bool {
    guard let dot = name.firstIndex(of: ".") else { return false }
    return servers.index(of: "*" + name[dot...]).map {
      servers.inOrder[$0].certificate != nil
    } ?? false
  }

  /// Which certificate is shown for which TLS server name (`configureCertificates`).
  var certificates: CertificateTable {
    var entries = servers.inOrder.flatMap { server -> [CertificateTable.Entry] in
      guard case .secret(let secret) = server.certificate else { return [] }
      let aliases = server.settings.aliases.map(\.value).filter {
        certificateChoice.covers(.secret(secret), $0)
      }
      return [entry(HostPattern(server: server.name), secret)]
        + aliases.map { entry(HostPattern(alias: $0), secret) }
    }
    for redirect in redirectServers {
      guard case .secret(let secret) = redirect.certificate else { continue }
      entries.append(entry(HostPattern(server: redirect.from), secret))
    }
    return CertificateTable(
      entries: entries, fallback: options.defaultSSLCertificate?.description ?? "default",
      refusesUnknownNames: controller.rejectsUnknownServerNames)
  }

  private func entry(_ pattern: HostPattern, _ secret: String) -> CertificateTable.Entry {
    CertificateTable.Entry(serverName: pattern, secret: secret)
  }

  /// Hosts whose TLS goes to the Service of their `/` unopened (`--enable-ssl-passthrough`).
  var passthroughListeners: [Listener] {
    guard options.enablesSSLPassthrough else { return [] }
    return servers.byName.compactMap { server in
      guard let owner = server.settings.passthroughOwner, !server.name.hasPrefix("*"),
        server.name != Server.defaultName,
        let root = server.locations(at: "/").first(where: { !$0.location.isImplicit }),
        let backend = upstreams[root.location.upstream]?.backend
      else { return nil }
      return Listener(
        name: "passthrough-\(server.name)", port: 443, transport: .passthrough(backend),
        serverName: .exact(server.name), hosts: [], origin: ingresses[owner].origin)
    }
  }
}
