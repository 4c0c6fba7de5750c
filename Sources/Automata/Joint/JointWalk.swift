/// The walk through all states that the patterns can be in together, breadth first.
struct JointWalk {
  private struct Visit {
    var state: JointState
    var parent: Int32
    var byte: UInt8
    var length: Int32
    /// How many bytes lead here from other states, at least; more than one once a loop does.
    var entries: Int32
  }

  private var space: JointSpace
  private let budget: Int
  private let samples: Int
  private let edges: Edges
  private var visits: [Visit] = []
  private var numbers: [JointState: Int32] = [:]
  private var found: [Matched: Int] = [:]
  private var members: [(matched: Matched, visits: [Int32], count: Int)] = []
  private var coveredLength: Int?

  init(_ space: JointSpace, budget: Int, samples: Int) {
    self.space = space
    self.budget = budget
    self.samples = samples
    edges = Edges(space)
  }

  mutating func run() -> TextClasses {
    let start = space.start
    numbers[start] = 0
    visits.append(Visit(state: start, parent: -1, byte: 0, length: 0, entries: 1))
    var index = 0
    while index < visits.count {
      note(index)
      if coveredLength == nil { follow(index) }
      index += 1
    }
    let classes = members.map { member in
      TextClass(
        matched: member.matched, samples: member.visits.map { text(of: $0) },
        isSingle: member.count == 1 && isOnlyWay(to: member.visits[0]))
    }
    return TextClasses(classes: classes, states: visits.count, coveredLength: coveredLength)
  }

  private mutating func note(_ index: Int) {
    let state = visits[index].state
    guard space.frame.accepts(state.frame) else { return }
    let matched = space.matched(state)
    if let known = found[matched] {
      members[known].count += 1
      if members[known].visits.count < samples { members[known].visits.append(Int32(index)) }
    } else {
      found[matched] = members.count
      members.append((matched, [Int32(index)], 1))
    }
  }

  private mutating func follow(_ index: Int) {
    let state = visits[index].state
    let length = visits[index].length
    for edge in edges.from(state, space.tree) {
      guard let next = space.step(state, edge.byte) else { continue }
      if let known = numbers[next] {
        visits[Int(known)].entries += edge.count
        continue
      }
      guard visits.count < budget else {
        coveredLength = coveredLength ?? Int(length)
        return
      }
      numbers[next] = Int32(visits.count)
      visits.append(
        Visit(
          state: next, parent: Int32(index), byte: edge.byte, length: length + 1,
          entries: edge.count))
    }
  }

  private func text(of index: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = Int(index)
    while visits[index].parent >= 0 {
      bytes.append(visits[index].byte)
      index = Int(visits[index].parent)
    }
    return bytes.reversed()
  }

  /// Whether one text alone leads to the state.
  private func isOnlyWay(to index: Int32) -> Bool {
    var index = Int(index)
    while true {
      if visits[index].entries != 1 { return false }
      guard visits[index].parent >= 0 else { return true }
      index = Int(visits[index].parent)
    }
  }
}

/// The bytes that are worth trying in a state: each child's and one for each class of the others.
struct Edges {
  private let all: [[UInt8]]
  private let framed: [[UInt8]]

  init(_ space: JointSpace) {
    framed = space.frame.groups
    guard !space.machines.isEmpty else {
      all = framed
      return
    }
    var classes = ByteClasses(space.frame.sets)
    for machine in space.machines { classes.split(by: machine.automaton.classes) }
    all = Self.groups(space.frame.alphabet, classes)
  }

  fileprivate static func groups(_ alphabet: [UInt8], _ classes: ByteClasses) -> [[UInt8]] {
    var groups: [[UInt8]] = []
    var places: [Int: Int] = [:]
    for byte in alphabet {
      if let place = places[classes[byte]] {
        groups[place].append(byte)
      } else {
        places[classes[byte]] = groups.count
        groups.append([byte])
      }
    }
    return groups
  }

  func from(_ state: JointState, _ tree: LiteralTree) -> [(byte: UInt8, count: Int32)] {
    let groups = state.isSettled ? framed : all
    guard state.node >= 0, !tree.nodes[Int(state.node)].children.isEmpty else {
      return groups.map { ($0[0], Int32($0.count)) }
    }
    let children = ByteSet(tree.nodes[Int(state.node)].children.map(\.byte))
    return groups.flatMap { group -> [(byte: UInt8, count: Int32)] in
      let named = group.filter(children.contains)
      let others = group.count - named.count
      var edges = named.map { (byte: $0, count: Int32(1)) }
      if others > 0, let other = group.first(where: { !children.contains($0) }) {
        edges.append((other, Int32(others)))
      }
      return edges
    }
  }
}

extension JointState {
  /// Whether no automaton can still change.
  fileprivate var isSettled: Bool {
    stride(from: 1, to: live.count, by: 2).allSatisfy { live[$0] == Automaton.all }
  }
}

extension Frame {
  /// The alphabet in groups that the frame does not tell apart.
  fileprivate var groups: [[UInt8]] {
    switch self {
    case .path: Self.pathGroups
    case .headerValue: Self.headerValueGroups
    case .queryValue, .token: Edges.groups(alphabet, ByteClasses(sets))
    }
  }

  private static let pathGroups = Edges.groups(Frame.path.alphabet, ByteClasses(Frame.path.sets))
  private static let headerValueGroups = Edges.groups(
    Frame.headerValue.alphabet, ByteClasses(Frame.headerValue.sets))
}
