extension Network {
  /// The nodes that wait for a byte or accept, reachable without one; sorted.
  ///
  /// At the start nothing of the text has been read, at the end nothing is left.
  func closure(_ from: [Int32], isAtStart: Bool, isAtEnd: Bool) -> [Int32] {
    var seen: Set<Int32> = []
    var found: [Int32] = []
    var waiting = from
    while let index = waiting.popLast() {
      guard seen.insert(index).inserted else { continue }
      switch nodes[Int(index)] {
      case .byte, .accept, .acceptAnything: found.append(index)
      case .split(let left, let right): waiting += [left, right]
      case .start(let next): if isAtStart { waiting.append(next) }
      case .end(let next):
        if isAtEnd { waiting.append(next) } else { found.append(index) }
      }
    }
    return found.sorted()
  }

  func acceptsAnything(_ set: [Int32]) -> Bool {
    set.contains { nodes[Int($0)] == .acceptAnything }
  }

  /// Whether the text may end here; `isAtStart` where it is empty.
  func accepts(_ set: [Int32], isAtStart: Bool) -> Bool {
    closure(set, isAtStart: isAtStart, isAtEnd: true).contains {
      nodes[Int($0)] == .accept || nodes[Int($0)] == .acceptAnything
    }
  }

  func step(_ set: [Int32], _ byte: UInt8) -> [Int32] {
    var next: [Int32] = []
    for index in set {
      if case .byte(let bytes, let target) = nodes[Int(index)], bytes.contains(byte) {
        next.append(target)
      }
    }
    return next.isEmpty ? [] : closure(next, isAtStart: false, isAtEnd: false)
  }

  /// The sets of bytes that the network tells apart.
  var byteSets: Set<ByteSet> {
    Set(
      nodes.compactMap { node in
        guard case .byte(let set, _) = node else { return nil }
        return set
      })
  }
}
