/// The kinds, as `group/Kind`, that an importer has to keep for this reader.
package let keptKinds: Set<String> = [
  "gateway.networking.k8s.io/Gateway",
  "gateway.networking.k8s.io/GatewayClass",
  "gateway.networking.k8s.io/GRPCRoute",
  "gateway.networking.k8s.io/HTTPRoute",
  "gateway.networking.k8s.io/ListenerSet",
  "gateway.networking.k8s.io/TLSRoute",
  "networking.istio.io/DestinationRule",
  "networking.istio.io/ServiceEntry",
]
