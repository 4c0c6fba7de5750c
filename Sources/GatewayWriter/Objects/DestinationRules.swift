import GatewayAPI
import Kubernetes
import Routing

/// The DestinationRule of one Service: how ingress-nginx connects to it by default.
func destinationRule(_ upstream: Upstream, _ options: WriteOptions) -> DestinationRule {
  let provenance = options.provenance([upstream.origin])
  let simple: DestinationRule.LoadBalancer.Simple =
    switch upstream.balancing {
    case .roundRobin: .roundRobin
    case .leastRequest: .leastRequest
    }
  return DestinationRule(
    metadata: Metadata(
      name: upstream.service, namespace: upstream.namespace,
      annotations: provenance.annotations),
    host: "\(upstream.service).\(upstream.namespace).svc.cluster.local",
    trafficPolicy: DestinationRule.TrafficPolicy(
      loadBalancer: DestinationRule.LoadBalancer(simple: simple),
      connectionPool: DestinationRule.ConnectionPool(
        connectTimeout: "\(max(1, upstream.connectTimeout))s")),
    comments: provenance.comments)
}
