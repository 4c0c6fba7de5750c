/// A deterministic automaton that is built as far as it is asked.
package struct Automaton: Sendable {
  /// Nothing that follows can fit.
  package static let dead: Int32 = -1
  /// Whatever follows fits.
  package static let all: Int32 = -2
  private static let unknown: Int32 = -3

  private enum Kind: Sendable {
    case network(Network)
    case cookie(CookieMachine)
  }

  private let kind: Kind
  /// The bytes that it does not tell apart.
  package let classes: ByteClasses
  private var sets: [[Int32]] = []
  private var accepting: [Bool] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var transitions: [Int32] = []
  package private(set) var start: Int32 = dead

  /// Fits where the expression is found, or else where it fits the whole text.
  package init(_ expression: Expression, isFound: Bool) throws(NotRegular) {
    let network = try Network(expression, isFound: isFound)
    kind = .network(network)
    classes = ByteClasses(network.byteSets)
    let first = network.closure([network.entry], isAtStart: true, isAtEnd: false)
    start = number(of: first, isStart: true)
  }

  /// Fits Cookie headers in which the first cookie of the name has the value.
  package init(cookie name: String, value: String) {
    let machine = CookieMachine(name: name, value: value)
    kind = .cookie(machine)
    classes = machine.classes
    start = number(of: [machine.start], isStart: true)
  }

  /// The state after one more byte.
  package mutating func step(_ state: Int32, _ byte: UInt8) -> Int32 {
    guard state >= 0 else { return state }
    let slot = Int(state) * classes.count + classes[byte]
    let known = transitions[slot]
    guard known == Self.unknown else { return known }
    let next =
      switch kind {
      case .network(let network):
        number(of: network.step(sets[Int(state)], byte), isStart: false)
      case .cookie(let machine):
        number(of: machine.step(sets[Int(state)], byte), isStart: false)
      }
    transitions[slot] = next
    return next
  }

  /// Whether the text may end in the state.
  package func accepts(_ state: Int32) -> Bool {
    state == Self.all || (state >= 0 && accepting[Int(state)])
  }

  /// Whether the whole text fits.
  package mutating func fits(_ text: some Sequence<UInt8>) -> Bool {
    var state = start
    for byte in text { state = step(state, byte) }
    return accepts(state)
  }

  private mutating func number(of set: [Int32], isStart: Bool) -> Int32 {
    if set.isEmpty { return Self.dead }
    if case .network(let network) = kind, network.acceptsAnything(set) { return Self.all }
    if !isStart, let known = numbers[set] { return known }
    let number = Int32(sets.count)
    sets.append(set)
    accepting.append(isAccepting(set, isStart))
    transitions += [Int32](repeating: Self.unknown, count: classes.count)
    if !isStart { numbers[set] = number }
    return number
  }

  private func isAccepting(_ set: [Int32], _ isStart: Bool) -> Bool {
    switch kind {
    case .network(let network): network.accepts(set, isAtStart: isStart)
    case .cookie(let machine): machine.accepts(set)
    }
  }
}
