import GatewayAPI
import Kubernetes

extension Inventory {
  /// Whether Istio serves a listener, as far as the listener alone decides it (`buildListener`).
  func state(of listener: BoundListener) -> BoundListener.State {
    switch listener.spec.protocolName {
    case .http: .programmed
    case .https: terminated(listener)
    case .tls: listener.spec.tls?.mode == .passthrough ? .programmed : terminated(listener)
    case .tcp: .unprogrammed("Istio 1.30 serves no TCP listeners")
    case .udp: .unprogrammed("Istio serves no UDP listeners")
    case .other(let name): .unprogrammed("Istio does not know the protocol \(name)")
    }
  }

  private func terminated(_ listener: BoundListener) -> BoundListener.State {
    guard let tls = listener.spec.tls else {
      return .unprogrammed("the listener has no `tls`, so nothing is opened")
    }
    if tls.isOptionalMutual, !validatesClients(listener) {
      return .unprogrammed(
        "Istio 1.30 never delivers the CA of OPTIONAL_MUTUAL when it is in a Secret")
    }
    if tls.certificateRefs.isEmpty { return .unprogrammed("no certificate is named") }
    if tls.certificateRefs.count > 2 {
      return .unprogrammed("Istio takes two certificates at most, here are more")
    }
    let faults = tls.certificateRefs.compactMap { fault(of: $0, listener.owner) }
    guard let fault = faults.first, faults.count == tls.certificateRefs.count else {
      return .programmed
    }
    return .unprogrammed(fault)
  }

  /// The Secret of the first certificate that can be used; one of two is enough for Istio.
  ///
  /// Clients that speak the key type of the second may see that one.
  func certificate(of listener: BoundListener) -> String {
    let usable = listener.spec.tls?.certificateRefs.first { fault(of: $0, listener.owner) == nil }
    let namespace = usable?.namespace ?? listener.owner.name.namespace
    return usable.map { ObjectName(namespace, $0.name).description } ?? ""
  }

  /// What is wrong with a certificate reference (`buildTLS`); nil where it can be used.
  private func fault(of reference: ObjectPointer, _ owner: BoundListener.Owner) -> String? {
    let name = ObjectName(reference.namespace ?? owner.name.namespace, reference.name)
    guard reference.group.isEmpty, reference.kind == "Secret" else {
      return "\(reference.kind) \(name) is no Secret"
    }
    let pointer = Grants.Pointer(kind: owner.kind, namespace: owner.name.namespace)
    guard grants.allow(pointer, toCore: "Secret", name) else {
      return "no ReferenceGrant lets it use Secret \(name)"
    }
    guard knowsSecrets else { return nil }
    guard let secret = secrets[name] else { return "Secret \(name) does not exist" }
    guard secret.hasKeyPair else { return "Secret \(name) holds no certificate with its key" }
    let isBroken = secret.keys.contains("tls.crt") && secret.certificate == nil
    return isBroken ? "the certificate in Secret \(name) cannot be read" : nil
  }
}

extension Gateway.ListenerTLS {
  /// The option `gateway.istio.io/tls-terminate-mode: OPTIONAL_MUTUAL`.
  fileprivate var isOptionalMutual: Bool {
    options.contains(Pair("gateway.istio.io/tls-terminate-mode", "OPTIONAL_MUTUAL"))
  }
}

extension Secret {
  /// The key names that Istio looks for in a server Secret, of any type but the named ones.
  fileprivate var hasKeyPair: Bool {
    (keys.contains("tls.crt") && keys.contains("tls.key"))
      || (keys.contains("cert") && keys.contains("key"))
  }
}
