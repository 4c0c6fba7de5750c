import GatewayAPI
import Kubernetes
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

extension Inventory {
  /// Why no client's certificate can ever be verified, so that no handshake succeeds; nil where one
  /// can be.
  func clientAuthorityFault(of listener: BoundListener) -> String? {
    guard clientDemand(of: listener) != nil else { return nil }
    let gateway = gateways.first { $0.owner == listener.owner }
    guard let authority = gateway?.clientAuthority(onPort: listener.spec.port) else {
      return secretAuthorityFault(of: listener)
    }
    if authority.kind == "Secret" {
      return "Istio 1.30 never delivers the CA of `tls.frontend` when it is in a Secret"
    }
    let name = ObjectName(listener.owner.name.namespace, authority.name)
    let isThere = configMaps.isEmpty || configMaps[name] != nil
    return isThere ? nil : "ConfigMap \(name) with the CA for clients does not exist"
  }

  /// The CA of MUTUAL stands in the listener's own Secret, or in one with `-cacert` behind its name.
  private func secretAuthorityFault(of listener: BoundListener) -> String? {
    guard knowsSecrets, let reference = listener.spec.tls?.certificateRefs.first else { return nil }
    let namespace = reference.namespace ?? listener.owner.name.namespace
    let names = [reference.name, "\(reference.name)-cacert"].map { ObjectName(namespace, $0) }
    let hasAuthority = names.compactMap { secrets[$0] }.contains { secret in
      secret.keys.contains("ca.crt") || secret.keys.contains("cacert")
    }
    return hasAuthority ? nil : "no Secret holds the CA for clients beside \(names[0])"
  }
}
