import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// Where the fields of an HTTPRoute came from.
struct RouteOrigins {
  let route: HTTPRoute
  let owner: ObjectReference
  let listeners: [SecureListener]
  let groups: [RuleGroup]
  let options: WriteOptions

  var all: [FieldOrigin] {
    var origins = FieldOrigin.ofEveryObject
    let start = FieldSource.written(Origin(object: owner, place: groups.first?.origin.start))
    origins.append(FieldOrigin("metadata.namespace", start))
    origins.append(
      route.metadata.name == owner.name
        ? FieldOrigin("metadata.name", start)
        : FieldOrigin(
          "metadata.name", start,
          .choice("Several routes come of one Ingress, so the name says which hosts or ports")))
    for (index, parent) in route.parents.enumerated() {
      origins += self.parent(parent, at: "spec.parentRefs[\(index)]")
    }
    for (index, host) in route.hostnames.enumerated() {
      origins.append(FieldOrigin("spec.hostnames[\(index)]", .host(host, of: owner)))
    }
    let rules = groups.flatMap { group in group.rules.map { (group, $0) } }
    for (index, (group, rule)) in rules.enumerated() {
      origins += RuleOrigins(group: group, rule: rule, path: "spec.rules[\(index)]").all
    }
    return origins
  }

  private func parent(_ parent: ParentReference, at path: String) -> [FieldOrigin] {
    let section: FieldOrigin
    if let listener = listeners.first(where: { $0.name == parent.sectionName }) {
      section = FieldOrigin(
        "\(path).sectionName", .certificate(listener.secret, host: listener.hostname))
    } else {
      section = FieldOrigin(
        "\(path).sectionName", .choice("ingress-nginx serves every host on plain HTTP, port 80"))
    }
    let isSet = parent.kind == "ListenerSet"
    let large = FieldSource.choice("A Gateway holds 64 listeners; the others stand in ListenerSets")
    return gatewayOrigins(of: owner.namespace, at: path, options).map {
      isSet ? FieldOrigin($0.path, $0.sources + [large]) : $0
    } + [FieldOrigin(path, large), section]
  }
}

/// Where the name and the namespace of a Gateway came from.
func gatewayOrigins(
  of namespace: String, at path: String, _ options: WriteOptions
) -> [FieldOrigin] {
  let isOwn = options.gatewaysOfNamespaces[namespace] != nil
  let name = isOwn ? "gateway.of-namespaces" : "gateway.name"
  let space = options.usesGatewayPerNamespace ? "gateway.per-namespace" : "gateway.namespace"
  return [
    FieldOrigin("\(path).name", .option(name)),
    FieldOrigin("\(path).namespace", .option(isOwn ? name : space)),
  ]
}
