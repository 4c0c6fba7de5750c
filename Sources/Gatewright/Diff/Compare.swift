import YAMLText

/// The fields in which two trees differ, in the order of the new tree, removed ones last.
func compare(_ old: Node, with new: Node) -> [FieldChange] {
  var changes: [FieldChange] = []
  compare(old, new, at: "", into: &changes)
  return changes
}

private func compare(_ old: Node, _ new: Node, at path: String, into changes: inout [FieldChange]) {
  guard old != new else { return }
  switch (old.content, new.content) {
  case (.mapping(let old), .mapping(let new)):
    compare(keyed(old, at: path), keyed(new, at: path), into: &changes)
  case (.sequence(let old), .sequence(let new)):
    let naming = haveNames(old) && haveNames(new)
    compare(
      keyed(old, at: path, byName: naming), keyed(new, at: path, byName: naming), into: &changes)
  case (.scalar, _), (.sequence, _), (.mapping, _):
    changes.append(FieldChange(path: path, old: json(old), new: json(new)))
  }
}

/// A value and the path it stands at.
private typealias Keyed = (path: String, value: Node)

private func compare(_ old: [Keyed], _ new: [Keyed], into changes: inout [FieldChange]) {
  let oldByPath = Dictionary(old.map { ($0.path, $0.value) }) { first, _ in first }
  let newPaths = Set(new.map(\.path))
  for (path, value) in new {
    if let before = oldByPath[path] {
      compare(before, value, at: path, into: &changes)
    } else {
      changes.append(FieldChange(path: path, new: json(value)))
    }
  }
  for (path, value) in old where !newPaths.contains(path) {
    changes.append(FieldChange(path: path, old: json(value)))
  }
}

private func keyed(_ entries: [Entry], at path: String) -> [Keyed] {
  entries.map { entry in
    let key = isPlain(entry.key) ? entry.key : "[\(json(Node.string(entry.key)))]"
    return (path.isEmpty || key != entry.key ? path + key : "\(path).\(key)", entry.value)
  }
}

private func keyed(_ nodes: [Node], at path: String, byName: Bool) -> [Keyed] {
  nodes.enumerated().map { index, node in
    let name = byName ? name(of: node) : nil
    return ("\(path)[\(name.map { "name=\($0)" } ?? String(index))]", node)
  }
}

/// Whether every element is a mapping with a name of its own, as listeners and backends are.
private func haveNames(_ nodes: [Node]) -> Bool {
  let names = Set(nodes.compactMap { name(of: $0) })
  return !nodes.isEmpty && names.count == nodes.count
}

private func name(of node: Node) -> String? {
  guard case .scalar(let scalar)? = node["name"]?.content else { return nil }
  return scalar.text
}

/// Whether a key can stand in a path without quotes; annotations, for example, cannot.
private func isPlain(_ key: String) -> Bool {
  !key.isEmpty && key.utf8.allSatisfy { $0 != 0x2E && $0 != 0x2F && $0 != 0x5B && $0 != 0x20 }
}
