import Automata
import Testing

/// The texts that are looked at whatever the patterns are.
@Suite("frames")
struct FrameTests {
  private func holds(_ frame: Frame, _ text: String) -> Bool {
    var space = JointSpace(frame, lanes: 1)
    space.add(exact: text.utf8, Automata.Tag(lane: 0, rank: 0, isFinal: false))
    return space.classes(budget: 1000).classes.contains {
      $0.matched.lanes[0] == [0] && $0.samples.first == Array(text.utf8)
    }
  }

  @Test(
    "hold paths that every proxy reads alike",
    arguments: [
      "/", "/a", "/a/", "/a/b", "/.a", "/a.", "/a..", "/..a", "/...", "/a.b/c", "/~a", "/a:b",
      "/A-Z_0", "/a@b", "/a!$&'()*+,;=[]", "/.well-known/x", "/a/.b", "/a/..b",
    ])
  func paths(_ path: String) { #expect(holds(.path, path)) }

  @Test(
    "hold no paths that are made equal, encoded or cut",
    arguments: [
      "", "a", "a/", "//", "/a//b", "/a//", "/.", "/..", "/a/.", "/a/..", "/./a", "/../a", "/a/./b",
      "/a/../b", "/a/", "/%41", "/a b", "/a?b", "/a#b", "/\\a", "/ä", "/\"", "/<>", "/^", "/`",
      "/{}",
    ].filter { $0 != "/a/" })
  func others(_ path: String) { #expect(!holds(.path, path)) }

  @Test(
    "hold header values without blanks at the ends",
    arguments: [
      ("a", true), ("a b", true), ("a=b; c", true), (" a", false), ("a ", false), ("ä", false),
      ("\t", false), ("", true), ("!\"#%", true),
    ])
  func headers(_ value: String, _ isHeld: Bool) { #expect(holds(.headerValue, value) == isHeld) }

  @Test(
    "hold query values without encoding",
    arguments: [
      ("", true), ("a", true), ("a/b", true), ("a&b", false), ("a b", false), ("a+b", false),
      ("a%", false), ("a#", false),
    ])
  func queries(_ value: String, _ isHeld: Bool) { #expect(holds(.queryValue, value) == isHeld) }

  @Test("hold methods", arguments: [("GET", true), ("X-Y", true), ("", false), ("A B", false)])
  func tokens(_ value: String, _ isHeld: Bool) { #expect(holds(.token, value) == isHeld) }
}
