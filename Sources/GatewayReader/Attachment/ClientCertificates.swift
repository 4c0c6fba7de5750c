import GatewayAPI
import Routing

extension Inventory {
  /// What a TLS listener asks of clients: the option `gateway.istio.io/tls-terminate-mode` or the
  /// Gateway's `tls.frontend`; nil where every client is let in.
  func clientCheck(of listener: BoundListener) -> Behaviour? {
    let option = listener.spec.tls?.options.last {
      $0.name == "gateway.istio.io/tls-terminate-mode"
    }
    switch option?.value {
    case "MUTUAL": return .depends(on: "a valid client certificate")
    case "OPTIONAL_MUTUAL":
      return .depends(on: "a valid client certificate, if the client shows one")
    case _:
      return validatesClients(listener) ? .depends(on: "a valid client certificate") : nil
    }
  }

  /// Whether the listener's Gateway has `tls.frontend`.
  func validatesClients(_ listener: BoundListener) -> Bool {
    gateways.contains { $0.owner == listener.owner && $0.validatesClients }
  }
}

extension [Host] {
  /// The hosts with one behaviour put before those of every route.
  func preceded(by behaviour: Behaviour?) -> [Host] {
    guard let behaviour else { return self }
    return map { host in
      var host = host
      for index in host.routes.indices { host.routes[index].behaviours.insert(behaviour, at: 0) }
      return host
    }
  }
}
