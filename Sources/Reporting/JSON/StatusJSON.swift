import Evidence

extension JSON {
  /// The status of an object as a cluster would show it: conditions by type, then listeners, and the
  /// parents of a route or the ancestors of a policy.
  init(_ status: ObjectStatus) {
    var members = [
      Member("kind", .string(status.object.kind)),
      Member("namespace", .string(status.object.namespace)),
      Member("name", .string(status.object.name)),
    ]
    if !status.conditions.isEmpty {
      members.append(Member("conditions", JSON(status.conditions)))
    }
    if !status.listeners.isEmpty {
      members.append(Member("listeners", .array(status.listeners.map { JSON($0) })))
    }
    if !status.relations.isEmpty {
      let isPolicy = status.object.kind.hasSuffix("Policy")
      let key = isPolicy ? "ancestor" : "parent"
      members.append(
        Member("\(key)s", .array(status.relations.map { JSON($0, "\(key)Ref", isPolicy) })))
    }
    self = .object(members)
  }

  private init(_ listener: ListenerStatus) {
    self = .object([
      Member("name", .string(listener.name)),
      Member("attachedRoutes", .integer(listener.attachedRoutes)),
      Member("supportedKinds", .array(listener.supportedKinds.map { .string($0) })),
      Member("conditions", JSON(listener.conditions)),
    ])
  }

  private init(_ relation: RelationStatus, _ key: String, _ isPolicy: Bool) {
    var reference: [Member] = []
    if isPolicy || relation.object.kind != "Gateway" {
      reference.append(Member("kind", .string(relation.object.kind)))
    }
    reference.append(Member("name", .string(relation.object.name)))
    if !relation.object.namespace.isEmpty {
      reference.append(Member("namespace", .string(relation.object.namespace)))
    }
    if let section = relation.sectionName {
      reference.append(Member("sectionName", .string(section)))
    }
    if let port = relation.port { reference.append(Member("port", .integer(port))) }
    self = .object([
      Member(key, .object(reference)), Member("conditions", JSON(relation.conditions)),
    ])
  }

  private init(_ conditions: [StatusCondition]) {
    self = .object(
      conditions.map { condition in
        var members = [
          Member("status", .string(condition.isTrue ? "True" : "False")),
          Member("reason", .string(condition.reason)),
        ]
        if !condition.message.isEmpty {
          members.append(Member("message", .string(condition.message)))
        }
        return Member(condition.type, .object(members))
      })
  }
}
