/// Literal texts arranged by their bytes.
struct LiteralTree: Sendable {
  static let none: Int32 = -1

  struct Node: Sendable {
    var children: [(byte: UInt8, node: Int32)] = []
    /// The tags of texts that end here.
    var exact: [Int32] = []
    /// The tags of texts that begin with what leads here, or with less.
    var beginning: [Int32] = []
    /// The deepest node up to here with a beginning of its own.
    var text: Int32 = none
  }

  private(set) var nodes = [Node()]

  mutating func add(exact bytes: some Sequence<UInt8>, _ tag: Int32) {
    nodes[path(to: bytes)].exact.append(tag)
  }

  mutating func add(beginning bytes: some Sequence<UInt8>, _ tag: Int32) {
    let node = path(to: bytes)
    nodes[node].beginning.append(tag)
    nodes[node].text = Int32(node)
  }

  /// Hands the beginnings on to everything below, after all texts are in.
  mutating func settle() {
    var waiting = [0]
    while let index = waiting.popLast() {
      for (_, child) in nodes[index].children {
        let isOwn = nodes[Int(child)].text != Self.none
        nodes[Int(child)].beginning = nodes[index].beginning + nodes[Int(child)].beginning
        if !isOwn { nodes[Int(child)].text = nodes[index].text }
        waiting.append(Int(child))
      }
    }
  }

  func child(_ node: Int32, _ byte: UInt8) -> Int32 {
    guard node >= 0 else { return Self.none }
    return nodes[Int(node)].children.first { $0.byte == byte }?.node ?? Self.none
  }

  private mutating func path(to bytes: some Sequence<UInt8>) -> Int {
    var node: Int32 = 0
    for byte in bytes {
      let next = child(node, byte)
      if next >= 0 {
        node = next
      } else {
        nodes.append(Node())
        let created = Int32(nodes.count - 1)
        nodes[Int(node)].children.append((byte, created))
        node = created
      }
    }
    return Int(node)
  }
}
