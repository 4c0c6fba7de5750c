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

  @Test("are left out without allow-snippet-annotations, also those of other families")
  func disallowed() {
    var surroundings = AnnotationSurroundings()
    surroundings.allowsSnippets = false
    let annotations = [
      "configuration-snippet": "a;", "server-snippet": "b;", "stream-snippet": "c;",
      "auth-url": "http://auth", "auth-snippet": "d;", "modsecurity-snippet": "e",
    ]
    let reading = familyReading(annotations, surroundings)
    #expect(reading.settings.snippets == Snippets.Setting())
    #expect(reading.settings.externalAuth.snippet.isEmpty)
    #expect(reading.settings.modSecurity.snippet.isEmpty)
    #expect(reading.doubted == annotations.keys.filter { $0.hasSuffix("-snippet") }.sorted())
  }
}
