import GatewayAPI
import Kubernetes
import Routing

extension Inventory {
  /// How one port of a Service or of an outside host is spoken to; nil for plain HTTP/1.1.
  func connection(
    to backend: Backend, _ rule: DestinationRule?, for gateway: Gateway?
  ) -> UpstreamConnection? {
    let service = services[ObjectName(backend.namespace, backend.name)]
    let port = service?.ports.first { $0.port == backend.port }
    let settings = rule.flatMap { try? $0.settings(ofPort: backend.port) }
    let isHTTP2 = settings?.followsClient == true ? false : port?.isHTTP2 ?? false
    let connection = UpstreamConnection(
      isHTTP2: isHTTP2 || settings?.upgrades == true,
      security: settings?.tls.flatMap { security($0, for: gateway) })
    return connection == UpstreamConnection() ? nil : connection
  }

  /// What is asked of the backend (`applyUpstreamTLSSettings`); the host of the request is checked
  /// where the rule names nothing to check (`auto_san_validation`).
  private func security(
    _ tls: ConnectionSettings.ClientTLS, for gateway: Gateway?
  ) -> UpstreamSecurity? {
    switch tls.mode {
    case .disable: return nil
    case .meshMutual: return UpstreamSecurity(trust: .live("the mesh's own authority"))
    case .simple, .mutual: break
    }
    let serverName = tls.serverName.flatMap { $0.isEmpty ? nil : $0 }
    return UpstreamSecurity(
      trust: tls.skipsVerification ? .anyone : trust(tls, for: gateway), serverName: serverName,
      names: tls.names,
      checksHost: serverName == nil && tls.names.isEmpty && !tls.skipsVerification)
  }

  private func trust(
    _ tls: ConnectionSettings.ClientTLS, for gateway: Gateway?
  ) -> UpstreamSecurity.Trust {
    if tls.mode == .mutual, tls.credentialName != nil, !listsSecrets(gateway) {
      return .nobody("Istio delivers a client certificate only where Secrets may be listed")
    }
    guard let credential = tls.credentialName, !credential.isEmpty else {
      return tls.authorityFile.map { .live("an authority in the proxy's file \($0)") } ?? .system
    }
    if credential == Credential.invalid { return .nobody("the policy has no valid authority") }
    if credential.hasPrefix(Credential.configMapPrefix) {
      return trust(configMap: credential.dropFirst(Credential.configMapPrefix.count))
    }
    return trust(secret: credential, in: gateway?.metadata.namespace ?? "")
  }

  /// Whether the ServiceAccount of a Gateway may list Secrets (`kube/secrets.go`, Authorize).
  private func listsSecrets(_ gateway: Gateway?) -> Bool {
    guard let gateway else { return false }
    let name = gateway.metadata.objectName
    return secretListers.contains(
      ObjectName(name.namespace, "\(name.name)-\(gateway.className)"))
  }

  private func trust(configMap path: Substring) -> UpstreamSecurity.Trust {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 2, let configMap = configMaps[ObjectName(parts[0], parts[1])] else {
      return .nobody("ConfigMap \(path) does not exist")
    }
    return .authorities(configMap.authorities)
  }

  /// The Secret stands in the Gateway's namespace, and one with `-cacert` behind its name wins.
  private func trust(secret name: String, in namespace: String) -> UpstreamSecurity.Trust {
    let bare = name.split(separator: "/").last.map(String.init) ?? name
    for candidate in ["\(bare)-cacert", bare] {
      let found = secrets[ObjectName(namespace, candidate)]
      if let found, !found.authorities.isEmpty { return .authorities(found.authorities) }
    }
    let path = ObjectName(namespace, bare)
    return knowsSecrets
      ? .nobody("there is no Secret \(path) with authorities")
      : .live("an authority in Secret \(path)")
  }
}
