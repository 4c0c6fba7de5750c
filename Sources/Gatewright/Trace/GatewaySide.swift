import Evidence
import GatewayAPI
import GatewayReader
import Kubernetes
import Routing
import Tracing

/// The new routes, read from YAML text as Istio reads them, one proxy for each Gateway.
struct GatewaySide {
  /// What was found while reading.
  private(set) var findings: [Finding]
  /// What Istio writes into the status of the objects.
  var statuses: [ObjectStatus] {
    GatewayReader.statuses(
      of: cluster, assumesSecrets: assumesSecrets, gatewayClass: gatewayClass, mesh: mesh)
  }
  private let cluster: Cluster
  private let assumesSecrets: Bool
  private let gatewayClass: String
  private let requests: RequestReading
  private let mesh: MeshConfig?
  private var proxies: [QualifiedName?: Answering] = [:]

  /// Reads manifests as applied to a cluster that has the surroundings.
  ///
  /// - Parameters:
  ///   - manifests: the Gateway API and Istio objects.
  ///   - surroundings: the Services, Secrets and Namespaces around them.
  ///   - assumesSecrets: whether Secrets are taken to exist where the surroundings hold none.
  ///   - needed: what the manifests need beside these.
  ///   - options: what the user chose: the Gateway's class, and how the proxies read requests.
  init(
    _ manifests: [Input], around surroundings: Cluster, assumesSecrets: Bool,
    with needed: RequiredSurroundings, options: MigrationOptions
  ) {
    gatewayClass = options.gateway.className
    requests = options.pathNormalization.requestReading
    let objects = Surroundings(manifests, keeping: GatewayReader.keptKinds)
    var cluster = objects.cluster
    cluster.add(surroundings: surroundings)
    cluster.add(copies: needed.copiedSecrets)
    cluster.add(authorities: needed.authorities)
    findings = objects.cluster.findings
    mesh = options.meshConfig(with: needed.meshConfig, in: cluster, findings: &findings)
    let reading = GatewayReader.read(
      cluster, assumesSecrets: assumesSecrets, gatewayClass: gatewayClass, requests: requests,
      mesh: mesh)
    findings += reading.findings
    proxies[nil] = Answering(reading.site)
    self.cluster = cluster
    self.assumesSecrets = assumesSecrets
  }

  /// What the proxy of the request's Gateway does with the request.
  mutating func answer(to request: RequestProbe) -> Answer {
    proxy(of: request.gateway).answer(to: request.routed)
  }

  private mutating func proxy(of gateway: QualifiedName?) -> Answering {
    if let known = proxies[gateway] { return known }
    let site = GatewayReader.read(
      cluster, gateway: gateway.map { ObjectName($0) }, assumesSecrets: assumesSecrets,
      gatewayClass: gatewayClass, requests: requests, mesh: mesh
    ).site
    let proxy = Answering(site)
    proxies[gateway] = proxy
    return proxy
  }
}
