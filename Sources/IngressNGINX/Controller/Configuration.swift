import Evidence
import Kubernetes
import Routing

/// The configuration that the controller would write: servers, upstreams, and the site they make.
struct Configuration {
  let ingresses: [ServedIngress]
  let services: ServiceResolution
  let secrets: [ObjectName: Secret]
  let configMaps: [ObjectName: ConfigMap]
  let controller: ControllerSettings
  let options: ControllerOptions
  private(set) var upstreams: Upstreams
  private(set) var servers: Servers
  let redirectServers: [RedirectServer]
  let unserved: [UnservedPath]
  let pairings: [CanaryPairing]
  let connections: Connections
  let certificateChoice: CertificateChoice
  /// What the http block of the configuration does on every server.
  let commonBehaviours: [Behaviour]
  /// What is written and in force.
  let settings: Settings

  init(
    _ cluster: Cluster, _ options: ControllerOptions, _ controller: ControllerSettings,
    _ admission: Admission
  ) {
    let served = admission.served
    ingresses = served
    settings = admission.settings
    services = ServiceResolution(cluster, options)
    secrets = cluster.secrets
    configMaps = cluster.configMaps
    self.controller = controller
    self.options = options
    certificateChoice = CertificateChoice(cluster)
    commonBehaviours = controller.commonBehaviours(cluster.configMaps)
    upstreams = createUpstreams(served, services, controller)
    servers = createServers(served, upstreams)
    certificateChoice.assign(&servers, served)
    unserved = addLocations(served, &upstreams, &servers)
    settleServers(&servers, served, controller)
    redirectServers = IngressNGINX.redirectServers(servers, certificateChoice)
    pairings = mergeCanaries(served, &upstreams, servers)
    connections = Connections(
      servers, upstreams,
      ConnectionWishes(
        ingresses: served, controller: controller,
        protocols: SpokenProtocols(secrets: cluster.secrets)))
  }
}

extension Configuration {
  /// The site: the same servers on port 80 and on port 443.
  var site: Site {
    let hosts = self.hosts
    let security = controller.strictTransportSecurity.map {
      [Header("strict-transport-security", $0)]
    }
    let listeners = [
      Listener(name: "http", port: 80, transport: .http, hosts: hosts),
      Listener(
        name: "https", port: 443, transport: .https(certificates), hosts: hosts,
        responseHeaders: security ?? []),
    ]
    let reading = controller.requestReading
    return Site(
      reading: reading,
      listeners: (listeners + passthroughListeners).map { listener in
        var listener = listener
        listener.expectsProxyProtocol = reading.expectsProxyProtocol
        return listener
      }, upstreams: connections.upstreams, settings: settings)
  }

  /// The servers by name, each with its aliases, then those that only redirect.
  ///
  /// Where two servers have one alias, nginx takes the first in the file and warns.
  private var hosts: [Host] {
    var taken = Set(
      (redirectServers.map(\.from) + servers.inOrder.map(\.name)).map(HostPattern.init(server:)))
    var hosts: [Host] = []
    for server in servers.byName {
      hosts.append(host(server, HostPattern(server: server.name), hasCertificate(server)))
      for alias in server.settings.aliases {
        let pattern = HostPattern(alias: alias.value)
        guard server.name != Server.defaultName, taken.insert(pattern).inserted else { continue }
        var host = host(server, pattern, hasCertificate(server, alias.value))
        host.origin = ingresses[alias.owner].origin
        hosts.append(host)
      }
    }
    return hosts
      + redirectServers.map { redirect in
        var host = redirect.host(controller, options, ingresses[redirect.owner].origin)
        host.behaviours = commonBehaviours
        return host
      }
  }

  private func host(_ server: Server, _ pattern: HostPattern, _ hasCertificate: Bool) -> Host {
    let routes = HostRoutes(
      configuration: self, defaultBackend: defaultBackend, server: server,
      hasCertificate: hasCertificate)
    var host = Host(
      pattern: pattern, routes: routes.routes, behaviours: routes.serverBehaviours,
      origin: server.owner.map { ingresses[$0].origin } ?? Origin())
    host.ciphers = server.settings.ciphers?.value
    return host
  }

  private var defaultBackend: Backend? {
    options.defaultBackendService.flatMap(services.firstPort)
  }
}

extension HostPattern {
  /// The pattern of a server name: `*.x` takes exactly one label (`template.buildServerName`).
  init(server name: String) {
    if name == Server.defaultName {
      self = .any
    } else if name.hasPrefix("*.") {
      self = .oneLabel(domain: String(name.dropFirst(2)))
    } else {
      self = .exact(name)
    }
  }

  /// The pattern of an alias, which is nginx's own `server_name`.
  init(alias name: String) {
    if name.hasPrefix("~") {
      self = .expression(String(name.dropFirst()))
    } else if name.hasPrefix("*.") {
      self = .labels(domain: name.dropFirst(2).lowercased())
    } else if name.hasSuffix(".*") {
      self = .beginning(name.dropLast().lowercased())
    } else {
      self = .exact(name.lowercased())
    }
  }
}
