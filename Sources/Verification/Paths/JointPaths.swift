import Automata
import Routing

/// The path patterns of two hosts over the same paths.
struct JointPaths {
  private(set) var space = JointSpace(.path, lanes: 4)
  private(set) var irregular: [IrregularPattern] = []
  /// The routes of each lane whose patterns are not regular.
  private(set) var irregularRoutes: [Set<Int>] = [[], [], [], []]

  mutating func add(_ routes: [Route], lane: Int) {
    for (rank, route) in routes.enumerated() {
      let tag = Tag(lane: lane, rank: rank, isFinal: route.conditions.isEmpty)
      add(route, tag)
    }
  }

  mutating func add(_ marks: PathMarks) {
    for (rank, mark) in marks.marks.enumerated() {
      let tag = Tag(lane: 2, rank: rank, isFinal: false)
      switch mark {
      case .beginning(let text): space.add(beginning: text.utf8, tag)
      case .exact(let text): space.add(exact: text.utf8, tag)
      case .finalSlash: space.add(finalSlash: tag)
      case .language(let expression, let isFound):
        if let automaton = try? Automaton(expression, isFound: isFound) {
          space.add(automaton, tag)
        }
      }
    }
  }

  private mutating func add(_ route: Route, _ tag: Tag) {
    switch route.path {
    case .exact(let text): space.add(exact: text.utf8, tag)
    case .text(let text): space.add(beginning: text.utf8, tag)
    case .prefix(let prefix):
      let bare = prefix.hasSuffix("/") ? prefix.dropLast() : prefix[...]
      if !bare.isEmpty { space.add(exact: bare.utf8, tag) }
      space.add(beginning: "\(bare)/".utf8, tag)
    case .pattern(let pattern): add(pattern, of: route, tag)
    }
  }

  private mutating func add(_ pattern: PathPattern, of route: Route, _ tag: Tag) {
    let isFound = pattern.extent == .start
    let text = isFound ? "^" + pattern.text : pattern.text
    do {
      let expression = try ExpressionParser.parse(text, isCaseless: isFound)
      space.add(try Automaton(expression, isFound: isFound), tag)
    } catch {
      irregular.append(
        IrregularPattern(pattern: pattern.text, construct: error.construct, origin: route.origin))
      irregularRoutes[tag.lane].insert(tag.rank)
      widen(text, isCaseless: isFound, isFound)
    }
  }

  /// Paths that the pattern may fit are told from those that it cannot fit, and those with what a
  /// look-ahead looks for from those without.
  private mutating func widen(_ text: String, isCaseless: Bool, _ isFound: Bool) {
    let parts = [
      ExpressionParser.widen(text, isCaseless: isCaseless),
      ExpressionParser.spell(text, isCaseless: isCaseless),
    ]
    for (index, part) in parts.enumerated() {
      guard let part, let automaton = try? Automaton(part, isFound: isFound) else { continue }
      space.add(automaton, Tag(lane: 2, rank: index - 2 * irregular.count, isFinal: false))
    }
  }
}
