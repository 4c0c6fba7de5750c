import Evidence
import Kubernetes
import Routing

/// The configuration that the controller would write: servers, upstreams, and the site they make.
struct Configuration {
  let ingresses: [ServedIngress]
  let services: ServiceResolution
  let controller: ControllerSettings
  let options: ControllerOptions
  private(set) var upstreams: Upstreams
  private(set) var servers: Servers
  let unserved: [UnservedPath]
  let pairings: [CanaryPairing]
  let connections: Connections

  init(
    _ cluster: Cluster, _ options: ControllerOptions, _ controller: ControllerSettings,
    _ served: [ServedIngress]
  ) {
    ingresses = served
    services = ServiceResolution(cluster, options)
    self.controller = controller
    self.options = options
    upstreams = createUpstreams(served, services)
    servers = createServers(served, upstreams)
    CertificateChoice(cluster).assign(&servers, served)
    unserved = addLocations(served, &upstreams, &servers)
    pairings = mergeCanaries(served, &upstreams, servers)
    connections = Connections(
      servers, upstreams, ConnectionWishes(ingresses: served, controller: controller))
  }

  /// The site: the same servers on port 80 and on port 443.
  var site: Site {
    let hosts = servers.byName.map(host)
    var reading = RequestReading.ingressNGINX
    reading.dropsUnderscoreHeaders = !controller.keepsUnderscoreHeaders
    let security = controller.strictTransportSecurity.map {
      [Header("strict-transport-security", $0)]
    }
    return Site(
      reading: reading,
      listeners: [
        Listener(name: "http", port: 80, transport: .http, hosts: hosts),
        Listener(
          name: "https", port: 443, transport: .https(certificates), hosts: hosts,
          responseHeaders: security ?? []),
      ], upstreams: connections.upstreams)
  }

  private func host(_ server: Server) -> Host {
    let routes = HostRoutes(
      ingresses: ingresses, upstreams: upstreams, controller: controller,
      defaultBackend: defaultBackend, services: services, server: server,
      hasCertificate: hasCertificate(server))
    return Host(
      pattern: HostPattern(server: server.name), routes: routes.routes,
      origin: server.owner.map { ingresses[$0].origin } ?? Origin())
  }

  /// A host has a certificate of its own, or that of the wildcard host one label up
  /// (`certificate.lua`); the default server never has.
  private func hasCertificate(_ server: Server) -> Bool {
    if server.certificate != nil { return true }
    guard let dot = server.name.firstIndex(of: ".") else { return false }
    return servers.index(of: "*" + server.name[dot...]).map {
      servers.inOrder[$0].certificate != nil
    } ?? false
  }

  private var certificates: CertificateTable {
    let entries = servers.inOrder.compactMap { server -> CertificateTable.Entry? in
      guard case .secret(let secret) = server.certificate else { return nil }
      return CertificateTable.Entry(serverName: HostPattern(server: server.name), secret: secret)
    }
    return CertificateTable(
      entries: entries, fallback: options.defaultSSLCertificate?.description ?? "default")
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
}
