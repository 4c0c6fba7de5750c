import Evidence
import Routing

/// The listeners of several Gateways as if they were one proxy.
///
/// Hosts on the same port and server name are put together; where two Gateways serve the same host
/// there, the first Gateway counts.
func combine(
  _ parts: [(gateway: ObjectReference, listeners: [Listener])]
) -> (listeners: [Listener], findings: [Finding]) {
  var combined: [Listener] = []
  var findings: [Finding] = []
  for (gateway, listeners) in parts {
    let before = combined.count
    for listener in listeners {
      let twin = combined[..<before].firstIndex { $0.isTwin(of: listener) }
      guard let twin else {
        combined.append(listener)
        continue
      }
      let taken = Set(combined[twin].hosts.map(\.pattern))
      let fresh = listener.hosts.filter { !taken.contains($0.pattern) }
      let isMergeable =
        listener.transport == .http && listener.isGuarded(like: combined[twin])
      if !isMergeable || fresh.count < listener.hosts.count {
        findings.append(
          Finding(.gatewaysClash, of: gateway, message: "It is port \(listener.port)."))
      }
      if isMergeable { combined[twin].hosts += fresh }
    }
  }
  return (combined, findings)
}

extension Listener {
  /// Whether both take the same connections.
  fileprivate func isTwin(of other: Listener) -> Bool {
    port == other.port && serverName == other.serverName
  }
}

extension Listener {
  /// Whether the same clients are let in for the same requests.
  fileprivate func isGuarded(like other: Listener) -> Bool {
    authorization == other.authorization && trustedProxies == other.trustedProxies
      && expectsProxyProtocol == other.expectsProxyProtocol
      && conditions == other.conditions
  }
}
