/// Expressions made by dice over a small alphabet, the same on every run.
struct RandomExpression {
  private var state: UInt64
  private static let letters = ["/", "a", "b", "A"]
  private static let classes = ["[ab]", "[^a]", "[/-a]", ".", "\\w", "[^/]", "[A-Z]", "\\W"]
  private static let quantifiers = [
    "*", "+", "?", "{2}", "{1,2}", "{0,1}", "{2,}", "*?", "+?", "??", "{0}",
  ]

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// An expression with at most so many groups in each other.
  mutating func next(_ depth: Int = 3) -> String {
    let branches = roll(4) == 0 ? 2 + roll(2) : 1
    return (0..<branches).map { _ in sequence(depth) }.joined(separator: "|")
  }

  private mutating func sequence(_ depth: Int) -> String {
    (0..<roll(5)).map { _ in part(depth) }.joined()
  }

  private mutating func part(_ depth: Int) -> String {
    switch roll(12) {
    case 0: return "^"
    case 1: return "$"
    case 2, 3: return pick(Self.classes) + quantifier()
    case 4, 5, 6: return depth > 0 ? group(depth - 1) + quantifier() : pick(Self.letters)
    case _: return pick(Self.letters) + quantifier()
    }
  }

  private mutating func group(_ depth: Int) -> String {
    pick(["(", "(?:", "(?i:", "(?-i:", "(?s:"]) + next(depth) + ")"
  }

  private mutating func quantifier() -> String { roll(3) == 0 ? pick(Self.quantifiers) : "" }

  private mutating func pick(_ texts: [String]) -> String { texts[roll(texts.count)] }

  private mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % sides
  }
}
