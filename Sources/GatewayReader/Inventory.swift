import Evidence
import GatewayAPI
import Kubernetes

/// The objects that Istio looks at, decoded; those that an API server refuses are left out.
struct Inventory {
  private(set) var gateways: [Gateway] = []
  private(set) var listenerSets: [ListenerSet] = []
  private(set) var httpRoutes: [HTTPRoute] = []
  private(set) var grpcRoutes: [GRPCRoute] = []
  private(set) var tlsRoutes: [TLSRoute] = []
  private(set) var envoyFilters: [EnvoyFilter] = []
  private(set) var tlsPolicies: [BackendTLSPolicy] = []
  private(set) var authorizationPolicies: [AuthorizationPolicy] = []
  private(set) var destinationRules = DestinationRules([])
  /// The hosts of ServiceEntries with their ports.
  private(set) var externalHosts: [String: Set<Int>] = [:]
  /// The ServiceAccounts that may list the Secrets of their namespace.
  private(set) var secretListers: Set<ObjectName> = []
  private var roles: [ObjectName: Role] = [:]
  private var roleBindings: [RoleBinding] = []
  private var unsortedRules: [DestinationRule] = []
  private var gatewayClasses: Set<String>
  private(set) var findings: [Finding] = []
  /// Istio's own settings; nil where the input does not hold them.
  private(set) var mesh: MeshConfig?
  /// Whether anything reads the tokens of clients.
  private(set) var readsTokens = false
  let services: [ObjectName: Service]
  let secrets: [ObjectName: Secret]
  let configMaps: [ObjectName: ConfigMap]
  let namespaces: Namespaces
  let grants: Grants
  /// Whether a Service that is not there does not exist; manifests without any are no whole picture.
  let knowsServices: Bool
  /// Whether a Secret that is not there does not exist.
  let knowsSecrets: Bool
  private let slices: [ObjectName: Int]

  init(
    _ cluster: Cluster, assumesSecrets: Bool, gatewayClass: String = "istio",
    mesh: MeshConfig? = nil
  ) {
    gatewayClasses = ["istio", gatewayClass]
    self.mesh = mesh
    knowsServices = !cluster.services.isEmpty
    knowsSecrets = !cluster.secrets.isEmpty || (knowsServices && !assumesSecrets)
    services = cluster.services
    secrets = cluster.secrets
    configMaps = cluster.configMaps
    namespaces = Namespaces(cluster.namespaces)
    grants = Grants(cluster.referenceGrants)
    slices = Dictionary(
      cluster.endpointSlices.map {
        (ObjectName($0.metadata.namespace, $0.serviceName), $0.readyEndpoints)
      }, uniquingKeysWith: +)
    take(cluster.configMaps[ObjectName(PolicyScope.rootNamespace, "istio")])
    for object in cluster.others { take(object) }
    destinationRules = DestinationRules(policyRules + unsortedRules)
    secretListers = Set(
      roleBindings.filter { binding in
        roles[ObjectName(binding.metadata.namespace, binding.role)]?.listsSecrets ?? false
      }.flatMap { binding in
        binding.accounts.filter { $0.namespace == binding.metadata.namespace }
      })
    dropForeignGateways()
  }

  /// How many ready endpoints the EndpointSlices of a Service list; nil where none is listed.
  func readyEndpoints(of service: ObjectName) -> Int? { slices[service] }

  private mutating func take(_ object: Object) {
    do {
      try decode(object)
    } catch {
      findings.append(
        Finding(
          .refusedByServer, of: object.reference, at: error.place(in: object.file),
          field: error.field, message: "\(error.field) \(error.message)."))
    }
  }

  private mutating func decode(_ object: Object) throws(Refusal) {
    switch "\(object.group)/\(object.kind)" {
    case "gateway.networking.k8s.io/Gateway":
      gateways.append(try Admission.gateway(try Gateway(decoding: object)))
    case "gateway.networking.k8s.io/ListenerSet":
      listenerSets.append(try Admission.listenerSet(try ListenerSet(decoding: object)))
    case "gateway.networking.k8s.io/HTTPRoute":
      httpRoutes.append(try Admission.httpRoute(try HTTPRoute(decoding: object)))
    case "gateway.networking.k8s.io/GRPCRoute":
      grpcRoutes.append(try Admission.grpcRoute(try GRPCRoute(decoding: object)))
    case "gateway.networking.k8s.io/TLSRoute":
      tlsRoutes.append(try Admission.tlsRoute(try TLSRoute(decoding: object)))
    case "gateway.networking.k8s.io/BackendTLSPolicy":
      tlsPolicies.append(try BackendTLSPolicy(decoding: object))
    case "gateway.networking.k8s.io/GatewayClass": take(try GatewayClass(decoding: object))
    case "networking.istio.io/DestinationRule":
      unsortedRules.append(
        try Admission.destinationRule(try DestinationRule(decoding: object)))
    case "networking.istio.io/EnvoyFilter":
      envoyFilters.append(try EnvoyFilter(decoding: object))
    case "rbac.authorization.k8s.io/Role":
      let role = try Role(decoding: object)
      roles[role.metadata.objectName] = role
    case "rbac.authorization.k8s.io/RoleBinding":
      roleBindings.append(try RoleBinding(decoding: object))
    case "networking.istio.io/ServiceEntry": take(try ServiceEntry(decoding: object))
    case "security.istio.io/AuthorizationPolicy":
      authorizationPolicies.append(
        try Admission.authorizationPolicy(try AuthorizationPolicy(decoding: object)))
    case let kind:
      if unreadKinds.contains(kind) { note(object) }
    }
  }

  /// Reads MeshConfig where Istio has it, unless the caller gives another.
  private mutating func take(_ configMap: ConfigMap?) {
    guard let configMap, mesh == nil else { return }
    do {
      mesh = try MeshConfig(configMap)
    } catch {
      findings.append(
        Finding(
          .refusedByServer,
          of: ObjectReference(
            kind: "ConfigMap", namespace: configMap.metadata.namespace,
            name: configMap.metadata.name), at: configMap.metadata.place,
          field: error.field, message: "\(error.field) \(error.message)."))
    }
  }

  private mutating func note(_ object: Object) {
    if object.kind == "RequestAuthentication" { readsTokens = true }
    findings.append(Finding(.policyNotRead, of: object.reference, at: object.place))
  }

  private mutating func take(_ gatewayClass: GatewayClass) {
    guard gatewayClass.controllerName == "istio.io/gateway-controller" else { return }
    gatewayClasses.insert(gatewayClass.name)
  }

  private mutating func take(_ entry: ServiceEntry) {
    for host in entry.hosts {
      externalHosts[host.lowercased(), default: []].formUnion(entry.ports.map(\.number))
    }
  }

  private mutating func dropForeignGateways() {
    for gateway in gateways where !gatewayClasses.contains(gateway.className) {
      findings.append(
        Finding(
          .foreignGateway, of: gateway.reference, at: gateway.metadata.place,
          field: "spec.gatewayClassName", message: "Its class is `\(gateway.className)`."))
    }
    gateways.removeAll { !gatewayClasses.contains($0.className) }
  }
}
