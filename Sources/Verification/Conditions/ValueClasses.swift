import Automata
import Routing

/// Values of a header or parameter: one for each case that some conditions tell apart.
struct ValueClasses {
  let values: [String]
  /// Whether the values are all cases that there are.
  let isComplete: Bool

  /// The most classes of one header's values.
  private static let budget = 5_000

  init(_ looks: [HeaderLook], _ frame: Frame = .headerValue) {
    var space = JointSpace(frame, lanes: 1)
    var isRegular = true
    for (rank, look) in looks.enumerated() {
      if !look.isRegular { isRegular = false }
      for automaton in look.automata {
        guard let automaton else {
          isRegular = false
          continue
        }
        space.add(automaton, Tag(lane: 0, rank: rank, isFinal: false))
      }
    }
    let found = space.classes(budget: Self.budget)
    values = found.classes.compactMap { $0.samples.first }.map {
      String(decoding: $0, as: UTF8.self)
    }
    isComplete = isRegular && found.coveredLength == nil
  }

  init(_ matches: [ValueMatch]) {
    self.init(matches.map { .value($0) }, .queryValue)
  }
}

extension HeaderLook {
  /// Whether its automata fit exactly what it fits, and not more.
  fileprivate var isRegular: Bool {
    switch self {
    case .value(.found(let pattern)), .value(.whole(let pattern)), .origin(let pattern):
      (try? ExpressionParser.parse(pattern, isCaseless: false)) != nil
    case .value(.present), .value(.exact), .text, .cookie: true
    }
  }

  /// Automata that tell apart what the look tells apart; nil for one that cannot be made.
  fileprivate var automata: [Automaton?] {
    switch self {
    case .value(.present): []
    case .value(.exact(let text)): [try? Automaton(.literal(text), isFound: false)]
    case .value(.found(let pattern)): [Self.automaton(pattern, isCaseless: false, isFound: true)]
    case .value(.whole(let pattern)): [Self.automaton(pattern, isCaseless: false, isFound: false)]
    case .text(let match): [match.expression.flatMap { try? Automaton($0, isFound: false) }]
    case .cookie(let name, let value): [Automaton(cookie: name, value: value)]
    case .origin(let pattern):
      [
        Self.automaton(pattern, isCaseless: true, isFound: true),
        Self.automaton(pattern, isCaseless: false, isFound: false),
      ]
    }
  }

  private static func automaton(
    _ pattern: String, isCaseless: Bool, isFound: Bool
  ) -> Automaton? {
    guard let parsed = try? ExpressionParser.parse(pattern, isCaseless: isCaseless) else {
      return ExpressionParser.widen(pattern, isCaseless: isCaseless).flatMap {
        try? Automaton($0, isFound: isFound)
      }
    }
    return try? Automaton(parsed, isFound: isFound)
  }
}

extension Expression {
  /// This text and no other.
  static func literal(_ text: String, _ isCaseless: Bool = false) -> Expression {
    .sequence(
      text.utf8.map { .byte(isCaseless ? ByteSet([$0]).caseless : ByteSet([$0])) })
  }
}
