import Routing
import Testing

@testable import IngressNGINX

@Suite("text of nginx configuration")
struct NginxTextTests {
  /// Directives on one line, arguments in brackets where blanks stand in them.
  private func shown(_ directives: [Directive]) -> String {
    directives.map { directive in
      let words = ([directive.name] + directive.arguments).map {
        $0.isEmpty || $0.contains { " \n;{}".contains($0) } ? "[\($0)]" : $0
      }
      let block = directive.block.map { " {\(shown($0))}" } ?? ""
      return words.joined(separator: " ") + block
    }.joined(separator: "; ")
  }

  @Test(
    "is directives, their arguments and their blocks",
    arguments: [
      ("return 418;", "return 418"), ("a 1;b 2;", "a 1; b 2"), ("a\n  b\tc ;", "a b c"),
      ("", ""), (" \n", ""), (";;a;;", "a"),
      ("if ($a = b) { return 403; } c;", "if ($a = b) {return 403}; c"),
      ("a { b { c; } d; } e;", "a {b {c}; d}; e"), ("a{b;}c;", "a {b}; c"),
      ("a {}", "a {}"), ("{ a; }", "[] {a}"),
    ])
  func directives(_ text: String, _ expected: String) {
    #expect(shown(NginxText.directives(in: text)) == expected)
  }

  @Test(
    "keeps what stands in quotes, and what a backslash protects",
    arguments: [
      (#"a "b; c";"#, "a [b; c]"), (#"a 'b { c';"#, "a [b { c]"), (#"a "b \"c\"";"#, #"a [b "c"]"#),
      (#"a 'it\'s';"#, "a it's"), (#"a "\'";"#, #"a \'"#), (#"a "";"#, "a []"),
      (#"a b\;c;"#, #"a [b\;c]"#), (#"a b"c;"#, #"a b"c"#), (#"a "b\n";"#, #"a b\n"#),
      ("a ${b}/c;", "a [${b}/c]"), ("a $b{c;}", "a $b {c}"), (#""a" 'b';"#, "a b"),
    ])
  func quotes(_ text: String, _ expected: String) {
    #expect(shown(NginxText.directives(in: text)) == expected)
  }

  @Test(
    "leaves comments out",
    arguments: [
      ("# a;\nb;", "b"), ("a; # b;", "a"), ("a # }\n b;", "a b"), ("#", ""), ("a b#c;", "a b#c"),
      (##"a "#b";"##, "a #b"),
    ])
  func comments(_ text: String, _ expected: String) {
    #expect(shown(NginxText.directives(in: text)) == expected)
  }

  @Test(
    "passes over Lua, which has braces, quotes and comments of its own",
    arguments: [
      ("access_by_lua_block { if a then b = { 1 } end } c;", "access_by_lua_block {}; c"),
      (#"content_by_lua_block { say("}") } c;"#, "content_by_lua_block {}; c"),
      (#"content_by_lua_block { say('\'}') } c;"#, "content_by_lua_block {}; c"),
      ("rewrite_by_lua_block { -- it's }\n } c;", "rewrite_by_lua_block {}; c"),
      ("set_by_lua_block $a { return 1 - 2 } c;", "set_by_lua_block $a {}; c"),
      ("access_by_lua_block { never closed", "access_by_lua_block {}"),
    ])
  func lua(_ text: String, _ expected: String) {
    #expect(shown(NginxText.directives(in: text)) == expected)
  }

  @Test(
    "ends where it is broken, with what was whole before",
    arguments: [
      ("a; b", "a"), ("a; }; b;", "a"), (#"a; b "c;"#, "a"), ("a { b;", "a {b}"),
      ("a; {", "a; [] {}"),
      (#"a \"#, ""), ("}", ""), (#"a; ""#, "a"),
    ])
  func broken(_ text: String, _ expected: String) {
    #expect(shown(NginxText.directives(in: text)) == expected)
  }

  @Test("blocks in blocks end somewhere")
  func deep() {
    let text = String(repeating: "a {", count: 100_000)
    var directives = NginxText.directives(in: text + "b;")
    var depth = 0
    while let block = directives.first?.block { (directives, depth) = (block, depth + 1) }
    #expect(depth == 64)
  }

  @Test("any bytes are read to an end", arguments: 0..<20)
  func random(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let pieces = [
      "a", " ", ";", "{", "}", "\"", "'", "\\", "#", "\n", "$", "${", "-", "--", "_by_lua_block",
      "if ", "(", ")", "é", "\u{0}", "\r",
    ]
    for _ in 0..<200 {
      let text = (0..<dice.roll(60)).map { _ in dice.pick(pieces) }.joined()
      let bytes = (0..<dice.roll(60)).map { _ in UInt8(truncatingIfNeeded: dice.roll(256)) }
      for text in [text, String(decoding: bytes, as: UTF8.self)] {
        let directives = NginxText.directives(in: text)
        #expect(directives == NginxText.directives(in: text + " "))
      }
    }
  }
}
