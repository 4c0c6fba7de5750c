/// The kinds, as `group/Kind`, that an importer has to keep for this reader.
package let keptKinds: Set<String> = unreadKinds.union([
  "gateway.networking.k8s.io/BackendTLSPolicy",
  "gateway.networking.k8s.io/Gateway",
  "gateway.networking.k8s.io/GatewayClass",
  "gateway.networking.k8s.io/GRPCRoute",
  "gateway.networking.k8s.io/HTTPRoute",
  "gateway.networking.k8s.io/ListenerSet",
  "gateway.networking.k8s.io/TLSRoute",
  "networking.istio.io/DestinationRule",
  "networking.istio.io/EnvoyFilter",
  "networking.istio.io/ServiceEntry",
  "rbac.authorization.k8s.io/Role",
  "rbac.authorization.k8s.io/RoleBinding",
  "security.istio.io/AuthorizationPolicy",
])

/// The kinds that change answers and are not understood; each object of them is told.
let unreadKinds: Set<String> = [
  "extensions.istio.io/TrafficExtension",
  "extensions.istio.io/WasmPlugin",
  "gateway.networking.k8s.io/TCPRoute",
  "networking.istio.io/Gateway",
  "networking.istio.io/VirtualService",
  "security.istio.io/RequestAuthentication",
]
