import Evidence
import Kubernetes

extension ServedIngress {
  /// The settings of some scopes as this Ingress decides them, by key.
  func settingsInForce(
    _ scopes: Set<AnnotationEntry.Scope>, _ controller: ControllerSettings
  ) -> [SettingInForce] {
    Family.sortedEntries.compactMap { key, entry in
      guard scopes.contains(entry.scope) else { return nil }
      return settingInForce(key, entry, controller)
    }
  }

  /// One setting; nil where nothing is written and nothing happens by default.
  func settingInForce(
    _ key: String, _ entry: AnnotationEntry, _ controller: ControllerSettings
  ) -> SettingInForce? {
    if let value = settings.accepted[key] {
      return SettingInForce(key: key, value: value, source: source(of: key))
    }
    switch entry.fallback {
    case .none: return nil
    case .fixed(let value): return SettingInForce(key: key, value: value, source: .defaults)
    case .configMap(let name):
      guard let value = controller.value(of: name), !value.text.isEmpty else { return nil }
      return SettingInForce(
        key: key, value: value.text,
        source: value.isWritten ? .configMap(at: value.place) : .defaults)
    }
  }

  /// The annotation behind a value.
  func source(of key: String) -> SettingInForce.Source {
    .annotation(of: ingress.reference, at: annotation(key)?.place)
  }
}

extension Configuration {
  /// What Ingresses decide for a whole server, by key.
  func inspectedSettings(of server: Server) -> [SettingInForce] {
    let settings = server.settings
    var owners: [(key: String, owner: Int)] = []
    if let alias = settings.aliases.first { owners.append(("server-alias", alias.owner)) }
    if let snippet = settings.snippet { owners.append(("server-snippet", snippet.owner)) }
    if let ciphers = settings.ciphers { owners.append(("ssl-ciphers", ciphers.owner)) }
    if let prefers = settings.prefersServerCiphers {
      owners.append(("ssl-prefer-server-ciphers", prefers.owner))
    }
    if let owner = settings.passthroughOwner { owners.append(("ssl-passthrough", owner)) }
    if let owner = settings.wwwOwner { owners.append(("from-to-www-redirect", owner)) }
    if let owner = settings.clientCertificates?.owner {
      owners += Family.clientCertificates.keys.map { ($0, owner) }
    }
    if let owner = settings.backendTLS?.owner {
      owners += Family.backendTLS.keys.map { ($0, owner) }
    }
    owners += pathOwners(of: server)
    return owners.compactMap { key, owner in
      guard let value = ingresses[owner].settings.accepted[key] else { return nil }
      return SettingInForce(key: key, value: value, source: ingresses[owner].source(of: key))
    }.sorted { $0.key < $1.key }
  }

  /// The first locations with an app root, and with what makes all paths expressions.
  private func pathOwners(of server: Server) -> [(key: String, owner: Int)] {
    let locations = server.blocks(ingresses).map(\.location).filter(\.appliesRedirects)
    func first(_ test: (Rewrite.Setting) -> Bool) -> Int? {
      locations.first { $0.owner.map { test(ingresses[$0].settings.rewrite) } ?? false }?.owner
    }
    let root = first { !$0.appRoot.isEmpty }.map { [(key: "app-root", owner: $0)] }
    let regex = first { $0.usesRegex }.map { [(key: "use-regex", owner: $0)] }
    return (root ?? []) + (regex ?? [])
  }
}
