import YAMLText

extension Mutation {
  static let ofRules: [Mutation] = [
    Mutation("rules swapped", at: "spec.rules") { rules, _ in
      rules.items.indices.dropLast().map { index in
        var items = rules.items
        items.swapAt(index, index + 1)
        return .sequence(items)
      }
    },
    Mutation("a rule removed", at: "spec.rules") { rules, _ in
      rules.items.count < 2 ? [] : rules.items.indices.map { rules.removingItem($0) }
    },
    Mutation("the rule for `never` removed", at: "spec.rules") { rules, _ in
      rules.items.indices.filter { rules.items[$0].asks(for: "never") }
        .map { rules.removingItem($0) }
    },
    Mutation("a rule repeated before, with another Service", at: "spec.rules") { rules, around in
      rules.items.flatMap { rule in
        rule.variants(at: "backendRefs[].name") { name in
          around.services(but: name.text).prefix(1).map { .string($0) }
        }
        .map { .sequence([$0] + rules.items) }
      }
    },
    Mutation("a rule for everything before all", at: "spec.rules") { rules, _ in
      guard let last = rules.items.last else { return [] }
      return [.sequence([last.removing("matches")] + rules.items)]
    },
    Mutation("a hostname left out", at: "spec") { spec, _ in
      guard let names = spec["hostnames"] else { return [] }
      if names.items.count == 1 { return [spec.setting("hostnames", "other.test".alone)] }
      return names.items.indices.map { spec.setting("hostnames", names.removingItem($0)) }
    },
    Mutation("another hostname", ofText: "spec.hostnames[]") { name in
      name.hasPrefix("*.") ? "*.x" + name.dropFirst(2) : "x" + name
    },
    Mutation("a star for the first label", ofText: "spec.hostnames[]") { name in
      name.hasPrefix("*.") ? nil : name.firstIndex(of: ".").map { "*" + name[$0...] }
    },
    Mutation("another section of the Gateway", at: "spec.parentRefs[]") { parent, around in
      around.sections.filter { $0 != parent["sectionName"]?.text }
        .map { parent.setting("sectionName", $0) }
    },
    Mutation("no section of the Gateway", at: "spec.parentRefs[]") { parent, _ in
      [parent.removing("sectionName")]
    },
    Mutation("a route of nobody", ofText: "spec.parentRefs[].name") { $0 + "-x" },
  ]

  static let ofListeners: [Mutation] = ["Gateway", "ListenerSet"].flatMap { kind in
    [
      Mutation("a listener left out", in: kind, at: "spec.listeners") { listeners, _ in
        listeners.items.count < 2
          ? [] : listeners.items.indices.map { listeners.removingItem($0) }
      },
      Mutation("listeners' names swapped", in: kind, at: "spec.listeners") { listeners, _ in
        zip(listeners.items.indices, listeners.items.indices.dropFirst()).compactMap {
          listeners.swapping("name", $0, $1)
        }
      },
      Mutation("a listener with another host", in: kind, at: "spec.listeners[]") { listener, _ in
        [listener.setting("hostname", "x" + (listener["hostname"]?.text ?? ".test"))]
      },
      Mutation("a listener on another port", in: kind, at: "spec.listeners[].port") { port, _ in
        port.number.map { [.integer($0 + 8000)] } ?? []
      },
    ]
  }
}

extension Node {
  /// Whether a match asks for a header or cookie of this value.
  fileprivate func asks(for value: String) -> Bool {
    (self["matches"]?.items ?? []).flatMap { $0["headers"]?.items ?? [] }
      .contains { $0["value"]?.text?.contains(value) ?? false }
  }

  fileprivate func swapping(_ key: String, _ left: Int, _ right: Int) -> Node? {
    guard let first = items[left][key], let second = items[right][key] else { return nil }
    return replacingItem(left, items[left].setting(key, second))
      .replacingItem(right, items[right].setting(key, first))
  }
}

extension String {
  fileprivate var alone: Node { .sequence([.string(self)]) }
}
