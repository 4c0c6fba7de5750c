import Evidence
import Kubernetes

extension Configuration {
  /// Aliases that do nothing: another host has the name, or an older Ingress named the aliases.
  var aliasFindings: [Finding] {
    var told: Set<String> = []
    return ingresses.enumerated().flatMap { index, served -> [Finding] in
      guard !served.isCanary, !served.settings.alias.names.isEmpty else { return [] }
      return served.ingress.rules.compactMap { servers.index(of: serverName($0)) }
        .flatMap { server in
          served.settings.alias.names.compactMap { finding($0, index, servers.inOrder[server]) }
        }.filter { told.insert("\(index) \($0.rule.code) \($0.message)").inserted }
    }
  }

  private func finding(_ alias: String, _ owner: Int, _ server: Server) -> Finding? {
    let aliases = server.settings.aliases
    guard !aliases.contains(where: { $0.value == alias }), alias != server.name else { return nil }
    let ingress = ingresses[owner].ingress
    let place = ingresses[owner].annotation("server-alias")?.place
    let isHost = servers.index(of: alias) != nil
    return Finding(
      isHost ? .aliasIsHost : .aliasesOfOlder, of: ingress.reference,
      at: place ?? ingress.metadata.place, message: "\(alias) for \(server.name)")
  }
}

extension Rule {
  static let aliasIsHost = Rule(
    "alias-is-host", .warning, .equivalent,
    title: "The alias does nothing because an Ingress has it as its host",
    before: "ingress-nginx leaves out aliases that are hosts of their own.",
    after: "They do the same.",
    remedy: "Remove the alias, or the host.")
  static let aliasesOfOlder = Rule(
    "aliases-of-older-ingress", .warning, .equivalent,
    title: "The alias does nothing because an older Ingress names the aliases of the host",
    before: "The aliases of the oldest Ingress of a host that has any count, and no others.",
    after: "They do the same.",
    remedy: "Name all aliases of a host on one Ingress.")
}
