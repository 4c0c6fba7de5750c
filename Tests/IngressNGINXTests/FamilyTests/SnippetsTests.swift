import Testing

@testable import IngressNGINX

@Suite("snippets")
struct SnippetsTests {
  private static let text = "  if ($a) {\n    return 418;\n  }\n"

  @Test("are any text, each line trimmed")
  func texts() {
    let reading = familyReading([
      "configuration-snippet": Self.text, "server-snippet": "# \"é;", "stream-snippet": "",
    ])
    let expected = Snippets.Setting(
      configuration: "if ($a) {\nreturn 418;\n}\n", server: "# \"é;", stream: "")
    #expect(reading.settings.snippets == expected)
    #expect(reading.doubted == ["stream-snippet"])
    #expect(reading.verdict == .doubted)
  }
}
