import Automata
import Patterns
import Testing

/// Automata of random expressions, held against PCRE2 and RE2 on all short texts.
@Suite("automata of random expressions")
struct RandomAgreementTests {
  /// All texts of up to five bytes.
  private static let texts: [[UInt8]] = {
    var last: [[UInt8]] = [[]]
    var all = last
    for _ in 0..<5 {
      last = last.flatMap { text in "/abA".utf8.map { text + [$0] } }
      all += last
    }
    return all
  }()

  @Test("find what PCRE2 finds, ignoring case", arguments: 0..<10)
  func found(_ seed: Int) throws {
    try check(seed, "^", isCaseless: true, isFound: true) { try? Pattern($0, .caseless) }
  }

  @Test("fit what RE2 fits as a whole", arguments: 10..<20)
  func whole(_ seed: Int) throws {
    try check(seed, "", isCaseless: false, isFound: false) { try? Pattern($0, [.re2, .whole]) }
  }

  private func check(
    _ seed: Int, _ start: String, isCaseless: Bool, isFound: Bool,
    _ compile: (String) -> Pattern?
  ) throws {
    var random = RandomExpression(seed: seed + 1)
    var compared = 0
    for _ in 0..<20 {
      let text = start + random.next()
      guard let pattern = compile(text) else { continue }
      let expression = try ExpressionParser.parse(text, isCaseless: isCaseless)
      var automaton = try Automaton(expression, isFound: isFound)
      let wrong = Self.texts.filter {
        automaton.fits($0) != pattern.matches(String(decoding: $0, as: UTF8.self))
      }
      let shown = wrong.prefix(4).map { String(decoding: $0, as: UTF8.self) }
      #expect(wrong.isEmpty, "\(text): \(shown)")
      compared += 1
    }
    #expect(compared > 10)
  }
}
