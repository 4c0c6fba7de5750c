import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// The DestinationRules of a site, one for each host: how ingress-nginx connects to it.
struct DestinationRules {
  private let context: BackendContext
  private let options: WriteOptions
  /// The namespaces whose gateways use a host outside, by host.
  private let users: [String: Set<String>]

  init(_ context: BackendContext, users: [String: Set<String>], _ options: WriteOptions) {
    self.context = context
    self.users = users
    self.options = options
  }

  /// The objects, by namespace and host.
  var objects: [DestinationRule] {
    hosts.sorted { $0.key < $1.key }.flatMap { host, policies in
      namespaces(host).map { rule(host, policies, in: $0) }
    }
  }

  /// The Secrets that gateways need, each once.
  var credentials: [BackendCredentials.SecretCopy] {
    Set(hosts.values.joined().compactMap(\.credential)).sorted()
  }

  /// The ports of each host, in order.
  private var hosts: [ObjectName: [PortPolicy]] {
    Dictionary(
      grouping: context.upstreams.sorted { $0.key < $1.key }.map { port, upstream in
        PortPolicy(
          upstream: upstream, port: port, context: context,
          gatewayNamespace: gatewayNamespace(of: port))
      }
    ) { ObjectName($0.port.namespace, $0.port.name) }
  }

  private func gatewayNamespace(of port: BackendPort) -> String {
    port.isExternal
      ? users[port.name]?.min() ?? options.gatewayNamespace
      : options.gateway(of: port.namespace).namespace
  }

  /// A Service's rule stands beside it, that of a host outside beside the gateway.
  private func namespaces(_ host: ObjectName) -> [String] {
    host.namespace.isEmpty ? (users[host.name] ?? []).sorted() : [host.namespace]
  }

  private func rule(
    _ host: ObjectName, _ policies: [PortPolicy], in namespace: String
  ) -> DestinationRule {
    let provenance = options.provenance(policies.map(\.upstream.origin))
    return DestinationRule(
      metadata: Metadata(
        name: host.namespace.isEmpty ? slug(host.name) : host.name, namespace: namespace,
        annotations: provenance.annotations),
      host: policies.first?.port.host ?? host.name,
      trafficPolicy: DestinationRule.TrafficPolicy(
        policies.map { ($0.port.port, $0.policy) }), comments: provenance.comments)
  }
}
