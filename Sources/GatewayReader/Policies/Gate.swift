import GatewayAPI
import Routing

/// What stands before every listener of one Gateway.
struct Gate {
  fileprivate(set) var plain = Authorization()
  /// The same for TLS that is passed on, where nothing of HTTP is seen.
  fileprivate(set) var opaque = Authorization()
  fileprivate(set) var topology = MeshConfig.Topology()
  /// What every answer hangs on.
  var conditions: [String] = []

  /// The listener behind the gate.
  func guarding(_ listener: Listener) -> Listener {
    var listener = listener
    listener.trustedProxies = topology.trustedProxies ?? 0
    listener.expectsProxyProtocol = topology.expectsProxyProtocol ?? false
    listener.conditions = conditions
    switch listener.transport {
    case .http, .https: listener.authorization = plain
    case .passthrough: listener.authorization = opaque
    }
    return listener
  }
}

extension Inventory {
  /// What stands before the listeners of a Gateway.
  func gate(of gateway: Gateway) -> Gate {
    var gate = Gate()
    gate.plain = authorization(of: gateway, seesHTTP: true)
    gate.opaque = authorization(of: gateway, seesHTTP: false)
    let config = gateway.infrastructure?.annotations.last {
      $0.name == MeshConfig.Topology.annotation
    }
    let own = config.flatMap { try? MeshConfig.Topology(proxyConfig: $0.value) }
    gate.topology = (mesh?.topology ?? gate.topology).with(own ?? MeshConfig.Topology())
    return gate
  }
}
