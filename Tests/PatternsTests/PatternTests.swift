import Patterns
import Testing

@Suite("patterns")
struct PatternTests {
  @Test(
    "options decide where a pattern fits",
    arguments: [
      ("b", "abc", [], true), ("b", "abc", .anchored, false),
      ("a", "abc", .anchored, true), ("a", "abc", .whole, false), ("a|abc", "abc", .whole, true),
      ("A", "a", .caseless, true), ("A", "a", [], false), (".", "\n", [], false),
      (".", "\n", .dotAll, true), ("a$", "a\n", [], true), ("a$", "a\n", .re2, false),
      ("^é$", "é", [], true), ("^.$", "é", [], false), ("^.$", "é", .re2, true),
      ("", "", .whole, true), ("x*", "", .whole, true),
    ] as [(String, String, Pattern.Options, Bool)])
  func options(_ pattern: String, _ subject: String, _ options: Pattern.Options, _ fits: Bool)
    throws
  {
    #expect(try Pattern(pattern, options).matches(subject) == fits)
  }

  @Test("a group that took no part is nil and reads as empty")
  func groups() throws {
    let match = try #require(try Pattern("(a)|(b)(c)?").firstMatch(in: "xb"))
    #expect(match.captures == ["b", nil, "b", nil])
    #expect(match.range == 1..<2)
    #expect(match.bytes(of: 1).isEmpty)
    #expect(match.bytes(of: 99).isEmpty)
  }

  @Test("a broken pattern tells what is wrong and where", arguments: [("a(b", 3), ("[z-a]", 3)])
  func broken(_ pattern: String, _ offset: Int) {
    let error = #expect(throws: PatternError.self) { try Pattern(pattern) }
    #expect(error?.offset == offset)
    #expect(error?.message.isEmpty == false)
  }

  @Test("a pattern that explodes is given up, not waited for")
  func limit() throws {
    let pattern = try Pattern("^(a+)+$")
    let subject = Array(String(repeating: "a", count: 64).utf8) + [UInt8(ascii: "b")]
    #expect(pattern.search(subject) == .givenUp)
    #expect(!pattern.matches(subject))
  }

  @Test("bytes that are no UTF-8 can be searched")
  func bytes() throws {
    #expect(try Pattern("^/.x$").matches([0x2f, 0xff, 0x78]))
    #expect(try Pattern("^/", .re2).matches([0x2f, 0xff]))
    #expect(try Pattern("x").search([], from: 9) == .absent)
  }

  @Test(
    "escaped text fits itself and nothing else",
    arguments: ["a.b", "(x)", "[a]", "a|b", "^$", "a+b*c?", "{1}", "\\", "é", "a#b c-d", ""])
  func escape(_ text: String) throws {
    let pattern = Pattern.escape(text)
    #expect(try Pattern(pattern, .whole).matches(text))
    #expect(try Pattern(pattern, [.whole, .re2]).matches(text))
    #expect(try !Pattern(pattern, .whole).matches(text + "x"))
  }
}
