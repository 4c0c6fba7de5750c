extension TreeBuilder {
  /// Adds what the values of the keys `<<` hold; keys of the mapping itself win.
  ///
  /// Of several mappings in a list the first wins (yaml.org/type/merge).
  func merge(
    _ merges: [Node], into entries: inout [Entry], _ events: borrowing Events
  ) throws(SyntaxError) {
    guard !merges.isEmpty else { return }
    var keys = Set(entries.map(\.key))
    for node in merges {
      for source in try sources(of: node, events) {
        for entry in source where keys.insert(entry.key).inserted { entries.append(entry) }
      }
    }
  }

  /// The mappings that a merge names: one, or each of a list.
  private func sources(
    of node: Node, _ events: borrowing Events
  ) throws(SyntaxError) -> [[Entry]] {
    switch node.content {
    case .mapping(let entries): return [entries]
    case .sequence(let nodes):
      var sources: [[Entry]] = []
      for node in nodes {
        guard case .mapping(let entries) = node.content else { throw notMergeable(node, events) }
        sources.append(entries)
      }
      return sources
    case .scalar: throw notMergeable(node, events)
    }
  }

  private func notMergeable(_ node: Node, _ events: borrowing Events) -> SyntaxError {
    events.error(
      at: node.mark, "The merge key `<<` needs a mapping or a list of mappings.",
      "Merge a mapping such as `<<: *defaults`, or quote the key.")
  }
}
