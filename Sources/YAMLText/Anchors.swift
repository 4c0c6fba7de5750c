/// A value that aliases can repeat.
struct Anchor {
  var node: Node
  /// The nodes in it, repeated ones too.
  var nodes: Int
  /// The levels below it.
  var height: Int
}

/// The anchors of one document, and a bound on what their aliases repeat.
///
/// The bound is that of go-yaml v2: aliases may bring 99 of 100 nodes of a document, and about
/// 400,000 nodes in all.
struct Anchors {
  private var named: [String: Anchor] = [:]
  private var written = 0
  private var repeated = 0

  /// The nodes of the document so far, repeated ones too.
  var nodes: Int { written + repeated }

  mutating func countWritten() { written += 1 }

  mutating func define(_ name: String?, _ node: Node, written: Int, height: Int) {
    guard let name else { return }
    named[name] = Anchor(node: node, nodes: written, height: height)
  }

  /// The value that an alias repeats.
  mutating func expand(
    _ name: String, isOpen: Bool, _ events: borrowing Events
  ) throws(SyntaxError) -> Anchor {
    guard !isOpen else {
      throw events.error(
        at: events.mark, "A value contains itself through an alias.",
        "Replace the alias by what it stands for.")
    }
    guard let anchor = named[name] else {
      throw events.error(
        at: events.mark, "No anchor of this name stands before the alias.",
        "Anchor a value before it, or quote the text if it is no alias.")
    }
    written += 1
    repeated += anchor.nodes
    guard repeated <= min(400_000, 1000 + 99 * written) else {
      throw events.error(
        at: events.mark, "The aliases repeat too many values.",
        "Write the document with fewer nested aliases.")
    }
    return anchor
  }
}
