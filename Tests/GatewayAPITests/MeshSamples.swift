import GatewayAPI
import Kubernetes
import YAMLText

extension Samples {
  /// Objects of Istio, and those that let it read Secrets.
  static let ofMesh: [Sample] = [
    Sample(manifest: serviceEntry) { try ServiceEntry(decoding: $0) },
    Sample(manifest: telemetry) { try Telemetry(decoding: $0) },
    Sample(manifest: Role(listingSecrets: named("reader"))) { try Role(decoding: $0) },
    Sample(
      manifest: RoleBinding(
        metadata: named("reader"), role: "reader",
        accounts: [ObjectName("edge", "ingress-istio"), ObjectName("shop", "other")])
    ) { try RoleBinding(decoding: $0) },
    Sample(manifest: hashed(DestinationRule.LoadBalancer(usesAddress: true))) {
      try DestinationRule(decoding: $0)
    },
    Sample(manifest: hashed(DestinationRule.LoadBalancer(parameter: "id"))) {
      try DestinationRule(decoding: $0)
    },
  ]

  private static func named(_ name: String) -> Metadata { Metadata(name: name, namespace: "edge") }

  private static let serviceEntry = ServiceEntry(
    metadata: named("api"), hosts: ["api.test"],
    ports: [ServiceEntry.Port(number: 443, name: "https-443", protocolName: "HTTPS")],
    location: "MESH_EXTERNAL", resolution: "DNS",
    others: [Entry("exportTo", .sequence([.string(".")]))])

  private static let telemetry = Telemetry(
    metadata: named("log"), gateways: ["ingress"],
    accessLogging: [
      Telemetry.AccessLogging(providers: ["envoy"], expression: "request.host != 'a.test'"),
      Telemetry.AccessLogging(providers: ["other"], isDisabled: true),
    ])

  private static func hashed(_ balancer: DestinationRule.LoadBalancer) -> DestinationRule {
    DestinationRule(
      metadata: named("web"), host: "web.shop.svc.cluster.local",
      trafficPolicy: DestinationRule.TrafficPolicy(loadBalancer: balancer))
  }
}
