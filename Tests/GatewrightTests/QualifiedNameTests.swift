import Gatewright
import Testing

@Suite("qualified name")
struct QualifiedNameTests {
  @Test("reads two parts", arguments: ["a/b", "ingress-nginx/controller"])
  func reads(_ text: String) {
    #expect(QualifiedName(text)?.description == text)
  }

  @Test("refuses everything else", arguments: ["", "a", "a/", "/b", "a/b/c", "/"])
  func refuses(_ text: String) {
    #expect(QualifiedName(text) == nil)
  }
}
