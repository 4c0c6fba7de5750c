import Evidence
import GatewayAPI
import Kubernetes
import Routing
import YAMLText

/// Turns planned policies into AuthorizationPolicies: one for each Gateway, Ingress and guard, so that
/// no other Ingress changes its name.
struct PolicyWriter {
  /// What one AuthorizationPolicy is made of.
  private struct Key: Hashable {
    var gateway: ObjectName
    var owner: ObjectReference
    var guarding: Guard
  }

  /// The operations that share everything but the host, and what they spare.
  fileprivate struct Part {
    var sparesPreflights: Bool
    var operations: [[AuthorizationPolicy.Term]] = []
    /// The position of each operation by what it says beside the host.
    var positions: [[AuthorizationPolicy.Term]: Int] = [:]
  }

  private let options: WriteOptions
  private let passedOn: [String]
  private var order: [Key] = []
  private var parts: [Key: [Part]] = [:]
  private var origins: [Key: [Origin]] = [:]

  /// The most operations of one policy, which keeps it far below the size of an object.
  private static let limit = 250

  init(_ policies: some Sequence<PlannedPolicy>, passedOn: [String], _ options: WriteOptions) {
    self.options = options
    self.passedOn = passedOn.sorted()
    for policy in policies { add(policy) }
  }

  private mutating func add(_ policy: PlannedPolicy) {
    let key = Key(gateway: policy.gateway, owner: policy.owner, guarding: policy.guarding)
    if parts[key] == nil { order.append(key) }
    origins[key, default: []].append(policy.origin)
    let position =
      parts[key]?.firstIndex { $0.sparesPreflights == policy.sparesPreflights }
      ?? parts[key, default: []].count
    if position == parts[key, default: []].count {
      parts[key, default: []].append(Part(sparesPreflights: policy.sparesPreflights))
    }
    for operation in policy.operations { parts[key]?[position].add(operation) }
  }

  /// The authentication services that the policies name.
  var providers: [Provider] {
    Set(order.compactMap(\.guarding.provider)).sorted { $0.name < $1.name }
  }

  /// The authentication services of each Gateway.
  var providersByGateway: [ObjectName: Set<Provider>] {
    order.reduce(into: [:]) { providers, key in
      guard let provider = key.guarding.provider else { return }
      providers[key.gateway, default: []].insert(provider)
    }
  }

  /// Whether some policy looks at the client's address.
  var looksAtAddresses: Bool {
    order.contains { key in
      switch key.guarding {
      case .closed: false
      case .addresses: true
      case .service(_, let rule): rule != AddressRule()
      }
    }
  }

  /// The policies, by namespace and name, with the origins of their fields where those are asked for.
  var objects: [(policy: AuthorizationPolicy, origins: [FieldOrigin])] {
    var names = NameRegistry(reserved: [])
    return order.sorted { precedes($0, $1) }.flatMap { key in
      let sources = options.recordsOrigins ? fieldOrigins(key) : []
      return policies(key, &names).map { ($0, sources) }
    }
    .sorted { $0.0.metadata.objectName < $1.0.metadata.objectName }
  }

  private func fieldOrigins(_ key: Key) -> [FieldOrigin] {
    policyOrigins(key.guarding, of: key.owner, origins[key] ?? [], options)
  }

  private func precedes(_ left: Key, _ right: Key) -> Bool {
    (left.gateway, left.owner, left.guarding.word, left.guarding.text)
      < (right.gateway, right.owner, right.guarding.word, right.guarding.text)
  }

  private func policies(_ key: Key, _ names: inout NameRegistry) -> [AuthorizationPolicy] {
    let owner = key.owner
    let kind = owner.kind == "Ingress" ? "" : "\(owner.kind.lowercased())-"
    // Two lists of one Ingress differ by a digest, as only the ConfigMap can bring a second.
    let base = "\(kind)\(slug(owner.namespace))-\(owner.name)-\(key.guarding.word)"
    let provenance = options.provenance(origins[key] ?? [])
    return rules(key).enumerated().map { number, rules in
      let name = names.name(
        AuthorizationPolicy.kind, key.gateway.namespace,
        number == 0 ? base : "\(base)-\(number + 1)",
        key: key.guarding.text)
      return AuthorizationPolicy(
        metadata: Metadata(
          name: name, namespace: key.gateway.namespace, annotations: provenance.annotations),
        target: PolicyTarget(
          references: [PolicyTarget.Reference(kind: "Gateway", name: key.gateway.name)]),
        action: key.guarding.provider == nil ? .deny : .custom,
        provider: key.guarding.provider?.name, rules: rules, comments: provenance.comments)
    }
  }

  /// The rules of a guard, for each of its policies.
  private func rules(_ key: Key) -> [[AuthorizationPolicy.Rule]] {
    (parts[key] ?? []).flatMap { part in
      stride(from: 0, to: part.operations.count, by: Self.limit).map { start in
        let operations = part.operations[start..<min(start + Self.limit, part.operations.count)]
        return key.guarding.sources.flatMap { source in
          variants(Array(operations), part.sparesPreflights).map { operations, conditions in
            AuthorizationPolicy.Rule(
              sources: source.map { [[$0]] } ?? [],
              operations: operations.filter { !$0.isEmpty },
              conditions: conditions + connections(key))
          }
        }
      }
    }
  }

  /// A rule for everything; or, where preflights are spared, one for other methods, and one for each
  /// header that a preflight has and the request has not.
  ///
  /// `*` would also fit a header without a value, which makes no preflight: Envoy's CORS filter would
  /// hand the request to the backend. So the values are those that browsers send.
  private func variants(
    _ operations: [[AuthorizationPolicy.Term]], _ sparesPreflights: Bool
  ) -> [([[AuthorizationPolicy.Term]], [AuthorizationPolicy.Term])] {
    guard sparesPreflights else { return [(operations, [])] }
    let others = operations.map { $0 + [AuthorizationPolicy.Term(.method, not: ["OPTIONS"])] }
    let options = operations.map { $0 + [AuthorizationPolicy.Term(.method, ["OPTIONS"])] }
    let preflight = [
      AuthorizationPolicy.Term(.header("origin"), not: ["http://*", "https://*"]),
      AuthorizationPolicy.Term(
        .header("access-control-request-method"),
        not: ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]),
    ]
    return [(others, [])] + preflight.map { (options, [$0]) }
  }

  /// Where TLS is passed on, Istio leaves out of a DENY rule what only HTTP tells: without this, the
  /// rule would refuse those connections.
  private func connections(_ key: Key) -> [AuthorizationPolicy.Term] {
    guard key.guarding.provider == nil, !passedOn.isEmpty else { return [] }
    return [AuthorizationPolicy.Term(.serverName, not: passedOn)]
  }
}

extension PolicyWriter.Part {
  /// Adds an operation; hosts with the same paths become one.
  fileprivate mutating func add(_ operation: [AuthorizationPolicy.Term]) {
    let rest = operation.filter { $0.attribute != .host || $0.values.isEmpty }
    guard let hosts = operation.first(where: { $0.attribute == .host && !$0.values.isEmpty }) else {
      operations.append(operation)
      return
    }
    if let position = positions[rest], operations[position][0].values.count < 64 {
      operations[position][0].values += hosts.values
      return
    }
    positions[rest] = operations.count
    operations.append([hosts] + rest)
  }
}
