import Evidence
import Gatewright
import Testing

@Suite("Explanation")
struct ExplanationTests {
  @Test(
    "knows annotations, findings and annotations without effect",
    arguments: [
      ("use-regex", "annotation"), ("nginx.ingress.kubernetes.io/use-regex", "annotation"),
      ("annotation-unknown", "finding"), ("secure-backends", "ineffective"),
      ("nginx.ingress.kubernetes.io/jaeger-x", "ineffective"),
      ("ingress.kubernetes.io/use-regex", "ineffective"), ("nginx.org/x", "ineffective"),
      ("use-regx", nil), ("nginx.ingress.kubernetes.io/annotation-unknown", nil), ("", nil),
      ("kubernetes.io/ingress.class", nil),
    ] as [(String, String?)])
  func words(_ word: String, _ kind: String?) {
    let found: String? =
      switch explain(word) {
      case .annotation: "annotation"
      case .ineffective: "ineffective"
      case .finding: "finding"
      case nil: nil
      }
    #expect(found == kind)
  }

  @Test(
    "suggests what was meant",
    arguments: [
      ("use-regx", "use-regex"), ("nginx.ingress.kubernetes.io/use-regx", "use-regex"),
      ("anotation-unknown", "annotation-unknown"), ("qqqqqqqqqq", nil),
    ] as [(String, String?)])
  func suggestions(_ word: String, _ meant: String?) {
    #expect(explainableWord(near: word) == meant)
  }

  @Test("knows no word twice")
  func uniqueness() {
    let codes = CatalogueChapter.all.flatMap(\.rules).map(\.code)
    #expect(Set(codes).isDisjoint(with: AnnotationDescription.all.map(\.key)))
  }
}
