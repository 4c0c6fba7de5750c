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
    let fault = certificateFault(of: listener)?.message ?? clientAuthorityFault(of: listener)
    return fault.map { .unprogrammed($0) } ?? .programmed
  }

  /// What Istio says of the certificates of a listener (`buildTLS`); one good one of two is enough.
  func certificateFault(of listener: BoundListener) -> Fault? {
    guard let tls = listener.spec.tls, tls.mode != .passthrough, !tls.usesMeshCertificate else {
      return nil
    }
    if tls.certificateRefs.count > 2 {
      return Fault(
        "InvalidCertificateRef", "Istio takes two certificates at most, here are more")
    }
    let faults = tls.certificateRefs.compactMap { fault(of: $0, listener.owner) }
    return faults.count == tls.certificateRefs.count ? faults.first : nil
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
  private func fault(of reference: ObjectPointer, _ owner: BoundListener.Owner) -> Fault? {
    problem(of: reference, owner).map { Fault("InvalidCertificateRef", $0) }
      ?? permissionFault(of: reference, owner)
  }

  private func permissionFault(
    of reference: ObjectPointer, _ owner: BoundListener.Owner
  ) -> Fault? {
    let name = ObjectName(reference.namespace ?? owner.name.namespace, reference.name)
    let pointer = Grants.Pointer(kind: owner.kind, namespace: owner.name.namespace)
    return grants.allow(pointer, toCore: "Secret", name)
      ? nil : Fault("RefNotPermitted", "no ReferenceGrant lets it use Secret \(name)")
  }

  private func problem(of reference: ObjectPointer, _ owner: BoundListener.Owner) -> String? {
    let name = ObjectName(reference.namespace ?? owner.name.namespace, reference.name)
    guard reference.group.isEmpty, reference.kind == "Secret" else {
      return "\(reference.kind) \(name) is no Secret"
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

extension Gateway.ListenerTLS {
  /// Whether Istio's own certificate is shown (`ISTIO_SIMPLE`, `ISTIO_MUTUAL`).
  fileprivate var usesMeshCertificate: Bool {
    options.contains {
      $0.name == "gateway.istio.io/tls-terminate-mode" && $0.value.hasPrefix("ISTIO_")
    }
  }
}

extension Secret {
  /// The key names that Istio looks for in a server Secret, of any type but the named ones.
  fileprivate var hasKeyPair: Bool {
    (keys.contains("tls.crt") && keys.contains("tls.key"))
      || (keys.contains("cert") && keys.contains("key"))
  }
}
