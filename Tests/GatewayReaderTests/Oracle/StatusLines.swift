import Evidence

/// Statuses as sorted lines, the recorded ones and the reading's, so that they can be compared.
extension IstioStatusTests {
  static func lines(_ status: ObjectStatus) -> [String] {
    let listeners = status.listeners.flatMap { listener in
      ["\(listener.name): \(listener.attachedRoutes) \(listener.supportedKinds)"]
        + lines(listener.conditions, of: listener.name)
    }
    let relations = status.relations.flatMap { relation in
      lines(
        relation.conditions,
        of: [
          relation.object.kind, relation.object.namespace, relation.object.name,
          relation.sectionName ?? "", relation.port.map(String.init) ?? "",
        ].joined(separator: "/"))
    }
    return (lines(status.conditions, of: "object") + listeners + relations).sorted()
  }

  private static func lines(_ conditions: [StatusCondition], of owner: String) -> [String] {
    conditions.map { "\(owner) \($0.type)=\($0.isTrue ? "True" : "False") \($0.reason)" }
  }

  static func lines(_ object: JSON) -> [String] {
    let listeners = (object["listeners"]?.items ?? []).flatMap { listener in
      let name = listener["name"]?.text ?? ""
      let kinds = listener["supportedKinds"]?.items.compactMap(\.text) ?? []
      return ["\(name): \(listener["attachedRoutes"]?.integer ?? 0) \(kinds)"]
        + lines(listener["conditions"], of: name)
    }
    let relations = (object["parents"] ?? object["ancestors"])?.items ?? []
    return
      (lines(object["conditions"], of: "object") + listeners
      + relations.flatMap {
        lines($0["conditions"], of: name($0["parentRef"] ?? $0["ancestorRef"]))
      })
      .sorted()
  }

  private static func lines(_ conditions: JSON?, of owner: String) -> [String] {
    (conditions?.members ?? [:]).map { type, condition in
      "\(owner) \(type)=\(condition["status"]?.text ?? "") \(condition["reason"]?.text ?? "")"
    }
  }

  private static func name(_ reference: JSON?) -> String {
    [
      reference?["kind"]?.text ?? "Gateway", reference?["namespace"]?.text ?? "",
      reference?["name"]?.text ?? "", reference?["sectionName"]?.text ?? "",
      reference?["port"]?.integer.map(String.init) ?? "",
    ].joined(separator: "/")
  }
}
