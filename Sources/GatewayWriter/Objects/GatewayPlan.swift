import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// One Gateway, the ListenerSets beyond its 64 listeners, and which listener has which parent.
struct GatewayPlan {
  let name: ObjectName
  let options: WriteOptions
  /// The namespaces with routes on plain HTTP.
  private let plainNamespaces: Set<String>
  /// The https listeners and the namespaces with routes on them, by hostname.
  let secure: [(listener: SecureListener, namespaces: Set<String>)]
  private let sets: [SecureListener: ObjectName]

  init(
    _ name: ObjectName, _ drafts: [RouteDraft], _ passthroughs: [Passthrough],
    _ options: WriteOptions
  ) {
    self.name = name
    self.options = options
    plainNamespaces = Set(drafts.filter(\.sides.http).map(\.owner.namespace))
    var namespaces: [SecureListener: Set<String>] = [:]
    for draft in drafts {
      for listener in draft.sides.https {
        namespaces[listener, default: []].insert(draft.owner.namespace)
      }
    }
    for passthrough in passthroughs {
      namespaces[passthrough.listener, default: []].insert(passthrough.owner.namespace)
    }
    secure = namespaces.sorted { ($0.key.hostname ?? "") < ($1.key.hostname ?? "") }
      .map { ($0.key, $0.value) }
    sets = secure.count < 64 ? [:] : assignSets(secure.map(\.listener), gateway: name)
  }

  /// The parents of a route, at most 32; each names its listener.
  func parents(of draft: RouteDraft) -> [ParentReference] {
    var parents: [ParentReference] = []
    if draft.sides.http { parents.append(parent("Gateway", name, "http", from: draft.owner)) }
    for listener in draft.sides.https {
      let reference = parent(listener, from: draft.owner)
      if !parents.contains(reference) { parents.append(reference) }
    }
    return parents
  }

  /// The parent that a TLS listener is of a route.
  func parent(_ listener: SecureListener, from owner: ObjectReference) -> ParentReference {
    let set = sets[listener]
    return parent(
      set == nil ? "Gateway" : "ListenerSet", set ?? name, listener.name, from: owner)
  }

  private func parent(
    _ kind: String, _ name: ObjectName, _ section: String, from owner: ObjectReference
  ) -> ParentReference {
    ParentReference(
      kind: kind, namespace: name.namespace == owner.namespace ? nil : name.namespace,
      name: name.name, sectionName: section)
  }

  /// The namespaces with routes, sorted.
  var namespaces: [String] {
    secure.reduce(plainNamespaces) { $0.union($1.namespaces) }.sorted()
  }

  /// The Gateway itself.
  var gateway: Gateway {
    let plain = Gateway.Listener(
      name: "http", port: 80, protocolName: .http, allowedRoutes: allowed(plainNamespaces, name))
    let own = secure.filter { sets[$0.listener] == nil }.map { listener($0.0, $0.1, in: name) }
    let annotations = options.gatewayAnnotations.map { Pair($0.key, $0.value) }
    return Gateway(
      metadata: Metadata(name: name.name, namespace: name.namespace),
      className: options.gatewayClass,
      infrastructure: annotations.isEmpty ? nil : Gateway.Infrastructure(annotations: annotations),
      listeners: [plain] + own,
      allowedListeners: sets.isEmpty ? nil : namespaces(Set(sets.values.map(\.namespace)), name))
  }

  /// The ListenerSets, by namespace and name.
  var listenerSets: [ListenerSet] {
    Dictionary(grouping: secure) { sets[$0.listener] }.compactMap { set, entries in
      guard let set else { return nil }
      return ListenerSet(
        metadata: Metadata(name: set.name, namespace: set.namespace),
        parent: ParentReference(
          namespace: set.namespace == name.namespace ? nil : name.namespace, name: name.name),
        listeners: entries.map { listener($0.listener, $0.namespaces, in: set) })
    }.sorted { $0.metadata.objectName < $1.metadata.objectName }
  }

  /// Secrets that listeners of the Gateway use in other namespaces, by namespace.
  var foreignSecrets: [String: [String]] {
    var secrets: [String: Set<String>] = [:]
    for (listener, _) in secure where sets[listener] == nil && !listener.passesThrough {
      let secret = ObjectName(secret: listener.secret)
      if secret.namespace != name.namespace {
        secrets[secret.namespace, default: []].insert(secret.name)
      }
    }
    return secrets.mapValues { $0.sorted() }
  }

  private func listener(
    _ secure: SecureListener, _ users: Set<String>, in parent: ObjectName
  ) -> Gateway.Listener {
    guard !secure.passesThrough else {
      return Gateway.Listener(
        name: secure.name, hostname: secure.hostname, port: 443, protocolName: .tls,
        tls: Gateway.ListenerTLS(mode: .passthrough), allowedRoutes: allowed(users, parent))
    }
    let secret = ObjectName(secret: secure.secret)
    let isLocal = secret.namespace == parent.namespace
    return Gateway.Listener(
      name: secure.name, hostname: secure.hostname, port: 443,
      protocolName: .https,
      tls: Gateway.ListenerTLS(
        mode: .terminate,
        certificateRefs: [
          .secret(namespace: isLocal ? nil : secret.namespace, name: secret.name)
        ], options: secure.options), allowedRoutes: allowed(users, parent))
  }

  private func allowed(_ users: Set<String>, _ parent: ObjectName) -> AllowedRoutes {
    AllowedRoutes(namespaces: namespaces(users, parent))
  }

  /// Exactly these namespaces, by the label that every namespace has.
  private func namespaces(_ users: Set<String>, _ parent: ObjectName) -> AllowedNamespaces {
    let label = "kubernetes.io/metadata.name"
    if users.isEmpty || users == [parent.namespace] { return AllowedNamespaces(from: .same) }
    if users.count == 1, let only = users.first {
      return AllowedNamespaces(
        from: .selector, selector: LabelSelector(matchLabels: [Pair(label, only)]))
    }
    let expression = LabelSelector.Expression(
      key: label, comparison: .contained, values: users.sorted())
    return AllowedNamespaces(
      from: .selector, selector: LabelSelector(matchExpressions: [expression]))
  }
}

/// Beyond 64 listeners each certificate's namespace has its own sets, of at most 64 listeners.
private func assignSets(
  _ listeners: [SecureListener], gateway: ObjectName
) -> [SecureListener: ObjectName] {
  var counts: [String: Int] = [:]
  var sets: [SecureListener: ObjectName] = [:]
  for listener in listeners {
    let namespace = ObjectName(secret: listener.secret).namespace
    let number = counts[namespace, default: 0] / 64 + 1
    counts[namespace, default: 0] += 1
    let name = number == 1 ? gateway.name : "\(gateway.name)-\(number)"
    sets[listener] = ObjectName(namespace, name)
  }
  return sets
}

extension SecureListener {
  /// The listener's name; one that passes TLS on cannot be that of a host's https listener.
  var name: String {
    passesThrough ? bounded("tls-\(slug(hostname))", 253) : listenerName(hostname)
  }
}

extension ObjectName {
  /// Reads `namespace/name`.
  init(secret: String) {
    let parts = secret.split(separator: "/", maxSplits: 1).map(String.init)
    self.init(parts.count == 2 ? parts[0] : "", parts.last ?? "")
  }
}
