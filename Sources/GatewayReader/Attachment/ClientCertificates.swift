import GatewayAPI
import Routing

extension Inventory {
  /// What a TLS listener asks of clients: the option `gateway.istio.io/tls-terminate-mode` or the
  /// Gateway's `tls.frontend`; nil where every client is let in.
  func clientDemand(of listener: BoundListener) -> ClientCertificateDemand? {
    let option = listener.spec.tls?.options.last {
      $0.name == "gateway.istio.io/tls-terminate-mode"
    }
    switch option?.value {
    case "MUTUAL", "ISTIO_MUTUAL": return ClientCertificateDemand(isOptional: false)
    case "OPTIONAL_MUTUAL": return ClientCertificateDemand(isOptional: true)
    case _: return validatesClients(listener) ? ClientCertificateDemand(isOptional: false) : nil
    }
  }

  /// Whether `tls.frontend` of the listener's Gateway covers its port.
  func validatesClients(_ listener: BoundListener) -> Bool {
    gateways.contains { gateway in
      gateway.owner == listener.owner && gateway.validatesClients(onPort: listener.spec.port)
    }
  }
}
