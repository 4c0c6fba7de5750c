import Automata

/// A host name that an expression is found in.
struct HostSample {
  /// Nil where the expression is not regular, or no name fits.
  let name: String?

  init(_ expression: String) {
    var space = JointSpace(.headerValue, lanes: 1)
    guard let parsed = try? ExpressionParser.parse(expression, isCaseless: true),
      let wanted = try? Automaton(parsed, isFound: true),
      let form = try? ExpressionParser.parse("[a-z0-9-]+(\\.[a-z0-9-]+)+", isCaseless: false),
      let names = try? Automaton(form, isFound: false)
    else {
      name = nil
      return
    }
    space.add(wanted, Tag(lane: 0, rank: 0, isFinal: false))
    space.add(names, Tag(lane: 0, rank: 1, isFinal: false))
    let found = space.classes(budget: 5_000).classes.first { $0.matched.lanes[0] == [0, 1] }
    name = found?.samples.first.map { String(decoding: $0, as: UTF8.self) }
  }
}
