/// Where all patterns stand after some bytes.
struct JointState: Hashable {
  /// The node among the literal texts; none where no literal goes on so.
  var node: Int32
  /// The deepest node whose text the bytes begin with; none where there is none.
  var text: Int32
  var frame: UInt8
  /// The automata that can still matter, each as two numbers: its own and its state's.
  var live: [Int32]
}

extension JointSpace {
  /// Where everything stands before the first byte.
  var start: JointState {
    var live: [Int32] = []
    for (index, machine) in machines.enumerated() where machine.automaton.start != Automaton.dead {
      live += [Int32(index), machine.automaton.start]
    }
    let root = tree.nodes[0]
    return pruned(JointState(node: 0, text: root.text, frame: frame.start, live: live))
  }

  /// Where everything stands after one more byte; nil where no text goes on so.
  mutating func step(_ state: JointState, _ byte: UInt8) -> JointState? {
    guard let framed = frame.step(state.frame, byte) else { return nil }
    let node = tree.child(state.node, byte)
    var next = JointState(
      node: node, text: node >= 0 ? tree.nodes[Int(node)].text : state.text, frame: framed, live: []
    )
    guard !state.live.isEmpty else { return next }
    next.live.reserveCapacity(state.live.count)
    for slot in stride(from: 0, to: state.live.count, by: 2) {
      let index = Int(state.live[slot])
      let reached = machines[index].automaton.step(state.live[slot + 1], byte)
      if reached != Automaton.dead { next.live += [state.live[slot], reached] }
    }
    return pruned(next)
  }

  /// Without the automata that a match which nothing can undo hides.
  private func pruned(_ state: JointState) -> JointState {
    guard !state.live.isEmpty else { return state }
    var cuts = [Int](repeating: Int.max, count: lanes)
    for tag in beginnings(of: state) where tag.isFinal {
      cuts[tag.lane] = min(cuts[tag.lane], tag.rank)
    }
    for slot in stride(from: 0, to: state.live.count, by: 2)
    where state.live[slot + 1] == Automaton.all {
      let tag = machines[Int(state.live[slot])].tag
      if tag.isFinal { cuts[tag.lane] = min(cuts[tag.lane], tag.rank) }
    }
    var kept = state
    kept.live = []
    for slot in stride(from: 0, to: state.live.count, by: 2) {
      let tag = machines[Int(state.live[slot])].tag
      if tag.rank <= cuts[tag.lane] { kept.live += state.live[slot...slot + 1] }
    }
    return kept
  }

  private func beginnings(of state: JointState) -> [Tag] {
    guard state.text >= 0 else { return [] }
    return tree.nodes[Int(state.text)].beginning.map { tags[Int($0)] }
  }

  /// The patterns that fit the text if it ends here.
  func matched(_ state: JointState) -> Matched {
    var found = beginnings(of: state)
    if state.node >= 0 { found += tree.nodes[Int(state.node)].exact.map { tags[Int($0)] } }
    if frame.isAfterSlash(state.frame) { found += finalSlashes }
    for slot in stride(from: 0, to: state.live.count, by: 2) {
      let machine = machines[Int(state.live[slot])]
      if machine.automaton.accepts(state.live[slot + 1]) { found.append(machine.tag) }
    }
    return Matched(found, lanes: lanes)
  }
}
