/// Patterns over the same texts, walked together.
package struct JointSpace: Sendable {
  let frame: Frame
  let lanes: Int
  private(set) var tree = LiteralTree()
  private(set) var tags: [Tag] = []
  var machines: [(automaton: Automaton, tag: Tag)] = []
  /// The tags of everything that ends with `/`.
  private(set) var finalSlashes: [Tag] = []

  package init(_ frame: Frame, lanes: Int) {
    self.frame = frame
    self.lanes = lanes
  }

  /// Adds a text that fits itself alone.
  package mutating func add(exact text: some Sequence<UInt8>, _ tag: Tag) {
    tree.add(exact: text, number(of: tag))
  }

  /// Adds a text that fits everything that begins with it.
  package mutating func add(beginning text: some Sequence<UInt8>, _ tag: Tag) {
    tree.add(beginning: text, number(of: tag))
  }

  /// Adds a pattern that fits every path with a final `/`.
  package mutating func add(finalSlash tag: Tag) {
    finalSlashes.append(tag)
  }

  package mutating func add(_ automaton: Automaton, _ tag: Tag) {
    machines.append((automaton, tag))
  }

  /// All texts of the frame in classes, found breadth first: at most `budget` states are looked at,
  /// what is beyond stays uncovered; `samples` texts are kept of each class.
  package func classes(budget: Int, samples: Int = 1) -> TextClasses {
    var space = self
    space.tree.settle()
    var walk = JointWalk(space, budget: budget, samples: samples)
    return walk.run()
  }

  private mutating func number(of tag: Tag) -> Int32 {
    tags.append(tag)
    return Int32(tags.count - 1)
  }
}
