import Passwords
import Testing

@Suite("Password files")
struct PasswordEntryTests {
  /// `{SHA}` of `password`, as Apache's htpasswd writes it.
  private static let digest = "W6ph5Mm5Pz8GgiULbPgzG37mj9g="

  @Test(
    "are read line by line as nginx reads them",
    arguments: [
      ("ann:{SHA}\(digest)", "ann", .digest(digest)),
      ("ann:{PLAIN}password", "ann", .digest(digest)),
      ("ann:{PLAIN}password:a remark", "ann", .digest(digest)),
      ("ann:{SHA}\(digest)\r", "ann", .digest(digest)),
      (" ann:{PLAIN}password", " ann", .digest(digest)),
      ("ann:{SHA}short", "ann", .unfitting),
      ("ann:{sha}\(digest)", "ann", .salted),
      ("ann:$apr1$throwawy$YAQwEpCnTNDcCwPe9sOfw.", "ann", .salted),
      ("ann:{SSHA}x", "ann", .salted), ("ann:password", "ann", .salted), ("ann:", "ann", .salted),
      ("ann:{PLAIN}p\u{FFFD}", "ann", .salted), ("\u{FFFD}:{PLAIN}p", "\u{FFFD}", .salted),
    ] as [(String, String, PasswordHash)])
  func lines(_ line: String, _ user: String, _ hash: PasswordHash) {
    let entry = PasswordEntry(line: line)
    #expect(entry?.user == user && entry?.hash == hash)
  }

  @Test("have lines about nobody", arguments: ["", "ann", ":{PLAIN}p", "#ann:{PLAIN}p", "\rann:x"])
  func nobody(_ line: String) { #expect(PasswordEntry(line: line) == nil) }

  @Test("let the first line of a user count, letter for letter")
  func first() {
    let lines = ["ann:{SHA}short", "ann:{PLAIN}p", "e\u{301}:{PLAIN}p", "é:{PLAIN}q", "bob:x"]
    let entries = PasswordEntry.all(in: lines)
    #expect(entries.map(\.user.utf8.count) == [3, 3, 2, 3])
    #expect(PasswordEntry.first(of: "ann", in: lines)?.hash == .unfitting)
    #expect(PasswordEntry.first(of: "é", in: lines) == PasswordEntry(line: "é:{PLAIN}q"))
    #expect(PasswordEntry.first(of: "an", in: lines) == nil)
    #expect(entries.map(\.digestLine).map { $0 == nil } == [true, false, false, true])
  }

  @Test(
    "hold digests of passwords",
    arguments: [
      ("", "2jmj7l5rSw0yVb/vlWAYkK/YBwk="), ("password", digest),
      ("\u{E4}", "lh+iL2Glbhnz9fiGeQGsjPXm0R8="),
    ])
  func digests(_ password: String, _ digest: String) {
    #expect(PasswordHash.digest(of: password) == digest)
  }
}
