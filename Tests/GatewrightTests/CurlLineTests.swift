import Gatewright
import Testing

/// The commands that send a counterexample.
@Suite("curl lines")
struct CurlLineTests {
  @Test(
    "say all of a request, quoted for a shell",
    arguments: [
      (
        RequestProbe(host: "a.example", target: "/x?q=1"),
        "curl -sik --path-as-is --connect-to \"::$ADDRESS:\" 'http://a.example/x?q=1'"
      ),
      (
        RequestProbe(
          method: "OPTIONS", scheme: .https, host: "a.example", target: "/it's",
          headers: [HeaderLine("Origin", "https://b"), HeaderLine("X-Empty", "")]),
        "curl -sik --path-as-is -X OPTIONS --connect-to \"::$ADDRESS:\" -H 'Origin: https://b' "
          + "-H 'X-Empty;' 'https://a.example/it'\\''s'"
      ),
      (
        RequestProbe(method: "HEAD", host: "a.example", clientAddress: "10.0.0.1"),
        "curl -sik --path-as-is --head --connect-to \"::$ADDRESS:\" 'http://a.example/'"
          + "  # sent from the address 10.0.0.1"
      ),
    ])
  func lines(_ request: RequestProbe, _ line: String) {
    #expect(request.curl == line)
  }
}
