import Testing
import YAMLText

@Suite("round trip")
struct RoundTripTests {
  @Test("whatever is printed reads back as the same tree")
  func trees() {
    var dice = Dice(seed: 2026)
    for _ in 0..<1500 {
      let tree = tree(depth: 4, &dice)
      guard tree.scalar?.kind != .null else { continue }
      let text = printed(tree)
      let reading = Reading(text)
      guard reading.root == tree, reading.errors.isEmpty, reading.documents.count == 1,
        reading.root.map(printed) == withoutComments(text)
      else {
        Issue.record("not the same tree: \(text.debugDescription) \(reading.errors)")
        return
      }
    }
  }

  /// Comments are on lines of their own; no string of these trees starts a line with this one.
  private func withoutComments(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop { $0 == " " }.hasPrefix("# \u{2203}") }.joined(separator: "\n")
  }

  private func tree(depth: Int, _ dice: inout Dice) -> Node {
    var node =
      switch dice.roll(depth > 0 ? 4 : 2) {
      case 0: Node.string(string(&dice))
      case 1: Node(.scalar(dice.pick(others)))
      case 2: Node.sequence((0..<dice.roll(4)).map { _ in tree(depth: depth - 1, &dice) })
      default: mapping(depth: depth - 1, &dice)
      }
    if dice.roll(5) == 0 { node.comments = ["\u{2203} comment"] }
    return node
  }

  private func mapping(depth: Int, _ dice: inout Dice) -> Node {
    var keys: Set<String> = []
    return .mapping(
      (0..<dice.roll(5)).compactMap { _ in
        let key = string(&dice)
        guard keys.insert(key).inserted else { return nil }
        return Entry(key, tree(depth: depth, &dice))
      })
  }

  private func string(_ dice: inout Dice) -> String {
    (0..<dice.roll(6)).map { _ in dice.pick(pieces) }.joined()
  }

  private let others: [Scalar] = [
    Scalar("", .null), Scalar("null", .null), Scalar("true", .bool), Scalar("yes", .bool),
    Scalar("0x1F", .integer), Scalar("-12", .integer), Scalar("1.5", .decimal),
    Scalar("08", .decimal), Scalar(".inf", .decimal),
  ]

  private let pieces =
    "\n,\n\n, ,  ,\t,\r,\r\n,a,abc,é,😀,1,0,-,- ,---,...,:,: ,#, #,?,? ,!,&,*,|,>,%,@,`,',\",\\,{,}"
    .split(separator: ",").map(String.init) + [
      ",", "[", "]", "=", "<<", "~", "null", "yes", "no", "true", ".", "_", "e", "0x", ".inf",
      "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}",
      "\u{FFFD}", "\u{FFFE}", "\u{10FFFF}", "$", "/", "x: y\n", "server {\n  a b;\n}\n",
    ]
}
