import YAMLText

extension HTTPRoute {
  /// Header lines set, added or removed by a filter.
  package struct HeaderModifier: Hashable, Sendable {
    package var set: [Pair]
    package var add: [Pair]
    package var remove: [String]

    package init(set: [Pair] = [], add: [Pair] = [], remove: [String] = []) {
      self.set = set
      self.add = add
      self.remove = remove
    }
  }
}

extension HTTPRoute.HeaderModifier {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      set: try field["set"].items(Pair.init(decoding:)),
      add: try field["add"].items(Pair.init(decoding:)), remove: try field["remove"].texts())
  }

  var node: Node {
    var fields = Fields()
    fields.put("set", set.map(\.node))
    fields.put("add", add.map(\.node))
    fields.put("remove", remove)
    return fields.node
  }
}

extension Pair {
  fileprivate init(decoding field: Field) throws(Refusal) {
    self.init(try field["name"].requiredText(), try field["value"].requiredText())
  }

  fileprivate var node: Node {
    .mapping([Entry("name", .string(name)), Entry("value", .string(value))])
  }
}
