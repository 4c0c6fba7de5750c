extension TreeBuilder {
  /// Adds what the values of the keys `<<` hold; keys of the mapping itself win.
  ///
  /// Of several mappings in a list the first wins (yaml.org/type/merge). go-yaml v2 lets a merge
  /// also replace the keys that stand before it, so that case is reported.
  mutating func merge(
    _ merges: [Merge], into entries: inout [Entry], _ events: borrowing Events
  ) throws(SyntaxError) {
    guard !merges.isEmpty else { return }
    let ownKeys = entries.map(\.key)
    var keys = Set(ownKeys)
    for merge in merges {
      var replaced = Set(ownKeys.prefix(merge.keysBefore))
      for source in try sources(of: merge.node, events) {
        for entry in source {
          if keys.insert(entry.key).inserted { entries.append(entry) }
          if replaced.remove(entry.key) != nil {
            warnings.append(disputed(entry.key, at: merge.node.mark, events))
          }
        }
      }
    }
  }

  private func disputed(
    _ key: String, at mark: Mark, _ events: borrowing Events
  ) -> SyntaxError {
    events.error(
      at: mark,
      "The key `\(key)` stands before a merge key `<<` that brings it too; its own value counts "
        + "here, but kubectl takes the merged one.",
      "Move the line with `<<` to the top of its mapping.")
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
