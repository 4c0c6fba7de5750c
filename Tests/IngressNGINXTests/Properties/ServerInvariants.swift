import Evidence
import Kubernetes
import Routing

@testable import IngressNGINX

extension Invariant {
  static let ofServers: [Invariant] = [
    Invariant("the hosts are those of ordinary Ingresses", rule: "createServers") { reading in
      let hosts = Set(reading.ordinary.flatMap { $0.served.ingress.rules.map(serverName) })
      let names = Set(reading.servers.map(\.name))
      return names == hosts.union([Server.defaultName]) ? nil : "\(names) of \(hosts)"
    },
    Invariant("each host has one server", rule: "createServers") { reading in
      let names = reading.servers.map(\.name)
      return Set(names).count == names.count ? nil : "\(names)"
    },
    Invariant("the oldest Ingress with a host owns its server", rule: "createServers") { reading in
      reading.servers.first { server in
        guard server.name != Server.defaultName else { return server.owner != nil }
        let oldest = reading.ordinary.first { _, served in
          served.ingress.rules.contains { serverName($0) == server.name }
        }
        return server.owner != oldest?.index
      }.map { "\($0.name) of \($0.owner ?? -1)" }
    },
    Invariant("every server takes every path", rule: "createServers, the implicit /") { reading in
      reading.servers.first { server in
        !server.locations.contains { $0.path == "/" && $0.type == .prefix }
      }?.name
    },
    Invariant("an implicit / belongs to the server's owner", rule: "createServers") { reading in
      reading.servers.first { server in
        server.locations.contains { $0.isImplicit && $0.owner != server.owner }
      }?.name
    },
    Invariant("no alias is another server's host", rule: "createServers, allAliases") { reading in
      let names = Set(reading.servers.map(\.name))
      return reading.servers.flatMap(\.settings.aliases).first { names.contains($0.value) }?.value
    },
    Invariant("no www redirect hides a host", rule: "template.buildRedirects") { reading in
      let names = Set(reading.servers.map(\.name))
      return reading.configuration.redirectServers.first { names.contains($0.from) }?.from
    },
    Invariant(
      "a host has a certificate just where an ordinary Ingress with tls names it",
      rule: "createServers, SSLCert"
    ) { reading in
      reading.servers.first { server in
        guard server.name != Server.defaultName else { return server.certificate != nil }
        let asked = reading.ordinary.contains { _, served in
          !served.ingress.tls.isEmpty
            && served.ingress.rules.contains { serverName($0) == server.name }
        }
        return asked != (server.certificate != nil)
      }?.name
    },
  ]
}
