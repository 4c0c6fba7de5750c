import YAMLText

/// A mapping on its way to text: fields in the order in which they are put, empty ones left out.
struct Fields {
  private var entries: [Entry] = []

  /// The mapping.
  var node: Node { .mapping(entries) }
  /// The mapping; nil where nothing was put.
  var nodeIfAny: Node? { entries.isEmpty ? nil : node }

  mutating func put(_ key: String, _ node: Node?) {
    if let node { entries.append(Entry(key, node)) }
  }

  mutating func put(_ key: String, _ text: String?) {
    put(key, text.map { Node.string($0) })
  }

  mutating func put(_ key: String, _ value: Int?) {
    put(key, value.map { Node.integer($0) })
  }

  mutating func put(_ key: String, _ value: Bool?) {
    put(key, value.map { Node.bool($0) })
  }

  mutating func put(_ key: String, _ nodes: [Node]) {
    if !nodes.isEmpty { put(key, .sequence(nodes)) }
  }

  mutating func put(_ key: String, _ texts: [String]) {
    put(key, texts.map { Node.string($0) })
  }

  mutating func put(_ key: String, _ pairs: [Pair]) {
    if !pairs.isEmpty { put(key, .mapping(pairs.map { Entry($0.name, .string($0.value)) })) }
  }

  /// Puts entries as they were read.
  mutating func put(_ others: [Entry]) { entries += others }
}
