import Testing

@testable import IngressNGINX

@Suite("ForwardedPrefix")
struct ForwardedPrefixTests {
  @Test(
    "takes paths with groups",
    arguments: [
      ("/a", "/a", Verdict.accepted), ("/$1", "/$1", .accepted), ("true", "true", .accepted),
      ("", "", .doubted), ("/a?b", "", .dropped), ("/{x}", "", .dropped), ("/a\n/b", "", .dropped),
    ])
  func values(_ written: String, _ value: String, _ verdict: Verdict) {
    let reading = familyReading(["x-forwarded-prefix": written])
    #expect(reading.settings.forwardedPrefix.value == value)
    #expect(reading.verdict == verdict)
  }
}
