import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// The Secrets that gateways need for TLS to backends: Istio looks only in the gateway's namespace.
struct BackendCredentials {
  /// A Secret and the copy of it beside a gateway.
  struct SecretCopy: Hashable, Comparable {
    var original: ObjectName
    var copy: ObjectName
    /// Whether the certificate and its key are needed, beside the authorities.
    var hasCertificate: Bool
    var hasAuthority: Bool

    static func < (left: SecretCopy, right: SecretCopy) -> Bool {
      (left.copy, left.original) < (right.copy, right.original)
    }
  }

  /// The Secret that is named beside a gateway of a namespace.
  static func copy(of tls: UpstreamTLS, besideGatewayOf namespace: String) -> SecretCopy {
    let original = ObjectName(secret: tls.secret)
    let name =
      original.namespace == namespace
      ? original.name : bounded("\(original.namespace)-\(original.name)", 253)
    return SecretCopy(
      original: original, copy: ObjectName(namespace, name), hasCertificate: tls.showsCertificate,
      hasAuthority: tls.verifies)
  }
}

extension BackendCredentials.SecretCopy {
  /// What a person has to do; nil where the Secret stands beside the gateway already.
  var step: RolloutStep? {
    guard copy != original else { return nil }
    let keys =
      (hasAuthority ? ["ca.crt"] : []) + (hasCertificate ? ["tls.crt", "tls.key"] : [])
    let parts = keys.map { key in
      let path = key.replacing(".", with: "\\.")
      return "--from-file=\(key)=<(kubectl get secret \(original.name) -n \(original.namespace) "
        + "-o jsonpath='{.data.\(path)}' | base64 -d)"
    }
    let create = ["kubectl create secret generic \(copy.name) -n \(copy.namespace)"] + parts
    return RolloutStep(
      .prepare, title: "Copy Secret \(original) to \(copy).",
      reason: "Istio reads certificates for TLS to backends in the gateway's namespace alone; "
        + "without the copy the gateway answers 503. Renew it whenever the original is renewed.",
      commands: [
        create.joined(separator: " ") + " --dry-run=client -o yaml | kubectl apply -f -"
      ],
      subject: ObjectReference(
        kind: "Secret", namespace: original.namespace, name: original.name))
  }
}

/// The Role and RoleBinding that let a gateway show client certificates: Istio hands the key only to
/// a ServiceAccount that may list the Secrets beside it.
func secretAccess(
  gateway: ObjectName, options: WriteOptions
) -> (role: Role, binding: RoleBinding) {
  let account = "\(gateway.name)-\(options.gatewayClass)"
  let metadata = Metadata(name: "\(account)-secrets", namespace: gateway.namespace)
  let comments =
    options.writesProvenance
    ? ["lets the gateway show client certificates to backends (proxy-ssl-secret)"] : []
  return (
    Role(listingSecrets: metadata, comments: comments),
    RoleBinding(
      metadata: metadata, role: metadata.name, accounts: [ObjectName(gateway.namespace, account)],
      comments: comments)
  )
}
