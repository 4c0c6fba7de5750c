import YAMLText

/// Changes of trees, each of which gives another tree.
extension Node {
  /// The text of a scalar.
  var text: String? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar.text
  }

  var number: Int? { text.flatMap { Int($0) } }

  /// The items of a list; none for anything else.
  var items: [Node] {
    guard case .sequence(let items) = content else { return [] }
    return items
  }

  /// The value at the end of some keys.
  func value(_ keys: String...) -> Node? {
    keys.reduce(self) { $0?[$1] }
  }

  func setting(_ key: String, _ value: Node) -> Node {
    guard case .mapping(var entries) = content else { return self }
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].value = value
    } else {
      entries.append(Entry(key, value))
    }
    return .mapping(entries)
  }

  func setting(_ key: String, _ text: String) -> Node { setting(key, .string(text)) }

  func removing(_ key: String) -> Node {
    guard case .mapping(let entries) = content else { return self }
    return .mapping(entries.filter { $0.key != key })
  }

  func replacingItem(_ index: Int, _ item: Node) -> Node {
    var items = items
    items[index] = item
    return .sequence(items)
  }

  func removingItem(_ index: Int) -> Node {
    var items = items
    items.remove(at: index)
    return .sequence(items)
  }

  /// The trees with one value changed: each value at the place, in each way.
  ///
  /// A place is written as `spec.rules[].matches[].path`.
  func variants(at place: String, _ change: (Node) -> [Node]) -> [Node] {
    variants(at: Self.steps(place)[...], change)
  }

  private func variants(at steps: ArraySlice<String>, _ change: (Node) -> [Node]) -> [Node] {
    guard let step = steps.first else { return change(self).filter { $0 != self } }
    let rest = steps.dropFirst()
    if step == "[]" {
      return items.enumerated().flatMap { index, item in
        item.variants(at: rest, change).map { replacingItem(index, $0) }
      }
    }
    return self[step]?.variants(at: rest, change).map { setting(step, $0) } ?? []
  }

  private static func steps(_ place: String) -> [String] {
    place.split(separator: ".").flatMap { part in
      part.hasSuffix("[]") ? [String(part.dropLast(2)), "[]"] : [String(part)]
    }
  }
}
