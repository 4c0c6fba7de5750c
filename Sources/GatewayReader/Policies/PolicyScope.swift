import GatewayAPI
import Kubernetes

/// The proxy of a Gateway as Istio's policies choose workloads.
struct PolicyScope {
  private let gateway: ObjectName
  private let className: String
  private let labels: [String: String]

  init(_ gateway: Gateway) {
    self.gateway = gateway.metadata.objectName
    className = gateway.className
    var labels = gateway.metadata.labels
    for pair in gateway.infrastructure?.labels ?? [] { labels[pair.name] = pair.value }
    // What Istio's deployment controller puts on the pods.
    let name = gateway.metadata.name
    labels["gateway.networking.k8s.io/gateway-name"] = name
    labels["gateway.networking.k8s.io/gateway-class-name"] = gateway.className
    labels["service.istio.io/canonical-name"] = "\(name)-\(gateway.className)"
    labels["service.istio.io/canonical-revision"] = "latest"
    labels["sidecar.istio.io/inject"] = "false"
    self.labels = labels
  }

  /// Whether a policy applies to the proxy (`ShouldAttachPolicy` in Istio): one with `targetRefs`
  /// by its references, another by its selector, which in the root namespace looks everywhere.
  func takes(_ target: PolicyTarget, of namespace: String) -> Bool {
    guard target.references.isEmpty else {
      return target.references.contains { takes($0, of: namespace) }
    }
    return [gateway.namespace, Self.rootNamespace].contains(namespace)
      && target.labels.allSatisfy { labels[$0.name] == $0.value }
  }

  private func takes(_ reference: PolicyTarget.Reference, of namespace: String) -> Bool {
    guard reference.group == "gateway.networking.k8s.io" else { return false }
    switch reference.kind {
    case "Gateway": return namespace == gateway.namespace && reference.name == gateway.name
    case "GatewayClass": return namespace == Self.rootNamespace && reference.name == className
    case _: return false
    }
  }

  static let rootNamespace = "istio-system"
}
