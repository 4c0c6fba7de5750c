import Evidence
import Gatewright
import Testing

@Suite("Explanation")
struct ExplanationTests {
  @Test(
    "knows annotations, settings, findings and annotations without effect",
    arguments: [
      ("use-regex", "annotation"), ("nginx.ingress.kubernetes.io/use-regex", "annotation"),
      ("annotation-unknown", "finding"), ("secure-backends", "ineffective"),
      ("nginx.ingress.kubernetes.io/jaeger-x", "ineffective"),
      ("ingress.kubernetes.io/use-regex", "ineffective"), ("nginx.org/x", "ineffective"),
      ("hsts", "ineffective setting"), ("proxy-body-size", "annotation setting"),
      ("nginx.ingress.kubernetes.io/proxy-body-size", "annotation"), ("gzip-level", "setting"),
      ("use-regx", nil), ("nginx.ingress.kubernetes.io/annotation-unknown", nil), ("", nil),
      ("kubernetes.io/ingress.class", nil),
    ] as [(String, String?)])
  func words(_ word: String, _ kind: String?) {
    let found = explain(word).map { explanation in
      [
        explanation.annotation == nil ? nil : "annotation",
        explanation.ineffective == nil ? nil : "ineffective",
        explanation.setting == nil ? nil : "setting",
        explanation.finding == nil ? nil : "finding",
      ].compactMap { $0 }.joined(separator: " ")
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
