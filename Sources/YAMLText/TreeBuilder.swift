/// Reads the next document; nil at the end of the events.
func parseDocument(_ events: borrowing Events) throws(SyntaxError) -> Document? {
  var builder = TreeBuilder()
  while true {
    switch try events.next() {
    case .streamStart, .documentStart: continue
    case .streamEnd: return nil
    case .documentEnd: return builder.finish(events)
    case .sequenceStart: try builder.open(.sequence, events)
    case .mappingStart: try builder.open(.mapping, events)
    case .collectionEnd: try builder.close(events)
    case .scalar: try builder.addScalar(events)
    case .alias: try builder.addAlias(events)
    }
  }
}

/// Builds one document's tree from events, without recursion.
///
/// Finished children wait on two stacks until their parent ends and takes them in one piece.
struct TreeBuilder {
  var frames: [Frame] = []
  var items: [Node] = []
  var entries: [Entry] = []
  var anchors = Anchors()
  var warnings: [SyntaxError] = []
  private var root: Node?

  mutating func addScalar(_ events: borrowing Events) throws(SyntaxError) {
    let mark = events.mark
    let scalar = try events.scalar()
    if frames.last?.awaitsKey ?? false {
      try addKey(scalar, at: mark, events)
    } else {
      anchors.countWritten()
      let node = Node(.scalar(scalar), mark: mark)
      anchors.define(events.anchor, node, written: 1, height: 0)
      place(node, height: 0, events)
    }
  }

  mutating func addAlias(_ events: borrowing Events) throws(SyntaxError) {
    let (mark, name) = (events.mark, events.anchor ?? "")
    let anchor = try anchors.expand(name, isOpen: frames.contains { $0.anchor == name }, events)
    guard frames.count + anchor.height <= Frame.deepest else { throw tooDeep(events) }
    var node = anchor.node
    node.mark = mark
    if frames.last?.awaitsKey ?? false {
      guard case .scalar(let scalar) = node.content else { throw keyIsCollection(events) }
      try addKey(scalar, at: mark, events)
    } else {
      place(node, height: anchor.height, events)
    }
  }

  mutating func open(_ shape: Frame.Shape, _ events: borrowing Events) throws(SyntaxError) {
    guard frames.count < Frame.deepest else { throw tooDeep(events) }
    guard !(frames.last?.awaitsKey ?? false) else { throw keyIsCollection(events) }
    let start = shape == .sequence ? items.count : entries.count
    frames.append(
      Frame(
        shape: shape, mark: events.mark, start: start, anchor: events.anchor,
        nodesBefore: anchors.nodes))
    anchors.countWritten()
  }

  mutating func close(_ events: borrowing Events) throws(SyntaxError) {
    guard let frame = frames.popLast() else { return }
    let content: Node.Content
    switch frame.shape {
    case .sequence:
      content = .sequence(Array(items[frame.start...]))
      items.removeSubrange(frame.start...)
    case .mapping:
      var own = Array(entries[frame.start...])
      entries.removeSubrange(frame.start...)
      try merge(frame.merges, into: &own, events)
      content = .mapping(own)
    }
    let node = Node(content, mark: frame.mark)
    anchors.define(
      frame.anchor, node, written: anchors.nodes - frame.nodesBefore, height: frame.height)
    place(node, height: frame.height, events)
  }

  mutating func finish(_ events: borrowing Events) -> Document? {
    guard let root else { return nil }
    return Document(root: root, file: events.file, warnings: warnings)
  }

  /// Gives a finished value to the collection that is open, or makes it the root.
  private mutating func place(_ node: Node, height: Int, _ events: borrowing Events) {
    guard let last = frames.indices.last else {
      root = node
      return
    }
    frames[last].height = max(frames[last].height, height + 1)
    switch frames[last].shape {
    case .sequence: items.append(node)
    case .mapping: addValue(node, toFrame: last, events)
    }
  }
}
