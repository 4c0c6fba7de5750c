import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// The ReferenceGrants that routes and Gateways need to point into other namespaces.
struct Grants {
  /// Who points, and at what: a namespace and kind, and the objects in the other namespace.
  private struct Need: Hashable, Comparable {
    var target: String
    var fromKind: String
    var fromNamespace: String
    var toKind: String

    static func < (left: Need, right: Need) -> Bool {
      (left.target, left.toKind, left.fromNamespace, left.fromKind)
        < (right.target, right.toKind, right.fromNamespace, right.fromKind)
    }
  }

  private var needs: [Need: Set<String>] = [:]

  /// Lets Gateways of one namespace use Secrets of another.
  mutating func allow(gatewaysOf namespace: String, secrets: [String], of target: String) {
    let need = Need(
      target: target, fromKind: "Gateway", fromNamespace: namespace, toKind: "Secret")
    needs[need, default: []].formUnion(secrets)
  }

  /// Lets the routes of one namespace use the Services that they point at in others.
  mutating func allow(_ group: RuleGroup, _ kind: String, routesOf namespace: String) {
    for rule in group.rules {
      for reference in rule.references {
        guard let target = reference.namespace else { continue }
        let need = Need(
          target: target, fromKind: kind, fromNamespace: namespace, toKind: "Service")
        needs[need, default: []].insert(reference.name)
      }
    }
  }

  /// Lets a TLSRoute use a Service of another namespace.
  mutating func allow(_ passthrough: Passthrough) {
    let backend = passthrough.backend
    guard backend.namespace != passthrough.owner.namespace, !backend.namespace.isEmpty else {
      return
    }
    let need = Need(
      target: backend.namespace, fromKind: TLSRoute.kind,
      fromNamespace: passthrough.owner.namespace, toKind: "Service")
    needs[need, default: []].insert(backend.name)
  }

  /// The grants, in the namespaces of what they open; each with at most 16 objects.
  var objects: [ReferenceGrant] {
    needs.keys.sorted().flatMap { need -> [ReferenceGrant] in
      let names = (needs[need] ?? []).sorted()
      let group = "gateway.networking.k8s.io"
      let from = ReferenceGrant.From(
        group: group, kind: need.fromKind, namespace: need.fromNamespace)
      return stride(from: 0, to: names.count, by: 16).map { start in
        let part = names[start..<min(start + 16, names.count)]
        return ReferenceGrant(
          metadata: Metadata(name: name(need, start / 16 + 1), namespace: need.target),
          from: [from],
          to: part.map { ReferenceGrant.To(group: "", kind: need.toKind, name: $0) })
      }
    }
  }

  private func name(_ need: Need, _ number: Int) -> String {
    let whose =
      ["Gateway": "gateways", GRPCRoute.kind: "grpc-routes", TLSRoute.kind: "tls-routes"][
        need.fromKind] ?? "routes"
    let base = "\(whose)-of-\(need.fromNamespace)"
    return bounded(number == 1 ? base : "\(base)-\(number)", 253)
  }
}
