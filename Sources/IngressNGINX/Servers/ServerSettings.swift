import Kubernetes
import Routing

/// What Ingresses decide for a whole server; the first that says something counts.
struct ServerSettings: Sendable {
  /// A value and the Ingress that it comes from.
  struct Owned<Value: Sendable>: Sendable {
    var value: Value
    var owner: Int
  }

  /// The other names of the server, sorted.
  var aliases: [Owned<String>] = []
  /// The text of `server-snippet`.
  var snippet: Owned<String>?
  var ciphers: Owned<String>?
  var prefersServerCiphers: Owned<String>?
  /// The check of client certificates (`auth-tls-*`).
  var clientCertificates: Owned<ClientCertificates.Setting>?
  /// Why the whole server answers 403 (`AuthTLSError`).
  var clientCertificateFault: Owned<String>?
  /// The TLS to backends that is written for the server (`proxy-ssl-*`).
  var backendTLS: Owned<BackendTLS.Setting>?
  /// The Ingress that passes TLS on (`ssl-passthrough`).
  var passthroughOwner: Int?
  /// The Ingress that redirects the www name here, or the bare name (`from-to-www-redirect`).
  var wwwOwner: Int?
}

/// Settles what holds for whole servers (`createServers`, `getBackendServers`).
func settleServers(
  _ servers: inout Servers, _ ingresses: [ServedIngress], _ controller: ControllerSettings
) {
  for (index, served) in ingresses.enumerated() {
    for rule in served.ingress.rules {
      if !served.isCanary, let server = servers.index(of: serverName(rule)) {
        servers[server].settings.takeOrdinary(served.settings, index)
      }
      guard rule.paths != nil || rule.host.isEmpty else { continue }
      // Client certificates and TLS to backends are read from canaries, too, and go to the default
      // server where the host has none.
      let server = servers.index(of: serverName(rule)) ?? 0
      servers[server].settings.takeTLS(served.settings, index, controller)
    }
  }
  settleAliases(&servers)
  for index in servers.inOrder.indices {
    servers[index].settings.wwwOwner =
      servers[index].locations.first { location in
        guard let owner = location.owner, !location.isImplicit else { return false }
        return ingresses[owner].settings.redirect.redirectsFromToWWW
      }?.owner
  }
}

extension ServerSettings {
  fileprivate mutating func takeOrdinary(_ settings: IngressSettings, _ owner: Int) {
    if aliases.isEmpty { aliases = settings.alias.names.map { Owned(value: $0, owner: owner) } }
    if snippet == nil, !settings.snippets.server.isEmpty {
      snippet = Owned(value: settings.snippets.server, owner: owner)
    }
    if ciphers == nil, !settings.serverTLS.ciphers.isEmpty {
      ciphers = Owned(value: settings.serverTLS.ciphers, owner: owner)
    }
    if prefersServerCiphers == nil, let prefers = settings.serverTLS.prefersServerCiphers {
      prefersServerCiphers = Owned(value: prefers ? "on" : "off", owner: owner)
    }
    if settings.tlsPassthrough.isOn { passthroughOwner = passthroughOwner ?? owner }
  }

  fileprivate mutating func takeTLS(
    _ settings: IngressSettings, _ owner: Int, _ controller: ControllerSettings
  ) {
    let clients = settings.clientCertificates
    if clientCertificateFault == nil, let fault = clients.fault {
      clientCertificateFault = Owned(value: fault, owner: owner)
    }
    if clientCertificates?.value.hasAuthority != true, clients.secret != nil {
      clientCertificates = Owned(value: clients, owner: owner)
    }
    guard !controller.proxySSLLocationOnly, backendTLS == nil, settings.backendTLS.secret != nil
    else { return }
    backendTLS = Owned(value: settings.backendTLS, owner: owner)
  }
}

/// Takes away aliases that are hosts of their own, and doubles.
private func settleAliases(_ servers: inout Servers) {
  for index in servers.inOrder.indices where !servers[index].settings.aliases.isEmpty {
    let host = servers[index].name
    var seen: Set<String> = []
    let kept = servers[index].settings.aliases.filter { alias in
      alias.value != host && servers.index(of: alias.value) == nil
        && seen.insert(alias.value).inserted
    }
    servers[index].settings.aliases = kept.sorted { $0.value < $1.value }
  }
}
