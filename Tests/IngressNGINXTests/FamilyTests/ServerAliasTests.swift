import Testing

@testable import IngressNGINX

@Suite("server aliases")
struct ServerAliasTests {
  @Test(
    "are names between commas, each once and sorted",
    arguments: [
      ("b.example.com, a.example.com", ["a.example.com", "b.example.com"], []),
      ("a.example.com,\na.example.com,,", ["a.example.com"], []),
      ("*.example.org,~^www\\d+\\.example$", ["*.example.org", "~^www\\d+\\.example$"], []),
      ("", [], ["server-alias"]), (" , ", [], []),
    ])
  func names(_ value: String, _ names: [String], _ doubts: [String]) {
    let reading = familyReading(["server-alias": value])
    #expect(reading.settings.alias.names == names)
    #expect(reading.doubted == doubts)
    #expect(reading.verdict == (doubts.isEmpty ? .accepted : .doubted))
  }

  @Test(
    "cost the Ingress where one is no name",
    arguments: [
      "a b", "a;b", "a.example.com,b c", "a.example.com\nb.example.com", "~a{1,2}\"", "é",
    ])
  func drops(_ value: String) {
    #expect(familyReading(["server-alias": value]).verdict == .dropped)
  }
}
