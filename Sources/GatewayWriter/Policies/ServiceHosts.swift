import GatewayAPI
import Kubernetes
import YAMLText

/// What makes authentication services outside the cluster known to the mesh.
struct ServiceHosts {
  /// One for each host.
  private(set) var entries: [ServiceEntry] = []
  /// One for each host that is asked over TLS; like ingress-nginx, it checks no certificate.
  private(set) var rules: [DestinationRule] = []

  init(_ providers: [Provider], in namespace: String, _ options: WriteOptions) {
    let outside = providers.map(\.address).filter { !$0.isInCluster }
    let comments = options.writesProvenance ? ["an authentication service outside the cluster"] : []
    for (host, addresses) in Dictionary(grouping: outside, by: \.host).sorted(by: {
      $0.key < $1.key
    }) {
      let metadata = Metadata(name: bounded("\(slug(host))-auth", 253), namespace: namespace)
      let ports = Dictionary(addresses.map { ($0.port, $0.isSecure) }) { $0 || $1 }
        .sorted { $0.key < $1.key }
      entries.append(
        ServiceEntry(
          outside: host, ports.map { ($0.key, $0.value ? "https" : "http") }, metadata, comments))
      let secure = ports.filter(\.value).map { Self.settings(port: $0.key, host) }
      guard !secure.isEmpty else { continue }
      rules.append(
        DestinationRule(
          metadata: metadata, host: host,
          trafficPolicy: DestinationRule.TrafficPolicy(
            others: [Entry("portLevelSettings", .sequence(secure))]), comments: comments))
    }
  }

  private static func settings(port: Int, _ host: String) -> Node {
    .mapping([
      Entry("port", .mapping([Entry("number", .integer(port))])),
      Entry(
        "tls",
        .mapping([
          Entry("mode", .string("SIMPLE")), Entry("sni", .string(host)),
          Entry("insecureSkipVerify", .bool(true)),
        ])),
    ])
  }
}
