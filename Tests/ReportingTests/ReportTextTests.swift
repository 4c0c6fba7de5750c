import Reporting
import Testing

@Suite("report as text")
struct ReportTextTests {
  @Test("tells the numbers, the Ingresses, then the findings")
  func golden() {
    #expect(
      render(Sample.report(1), as: .text(TextStyle(width: 60))) == """
        read       2 objects, 2 Ingresses
        skipped    3 v1 Pods
        wrote      2 HTTPRoutes
        verdicts   1 exact, 1 changed
        findings   1 warning

        Ingresses
          changed     shop/web-0  a.yaml:1
                      cache-dropped
          exact       1 Ingress

        warning The cache is gone [cache-dropped]
          a.yaml:3  Ingress shop/web-0  cache|size
            Size <5>.
          today:         It caches.
          new routes:    They do not cache.
          do:            Decide.

        """)
  }

  @Test("stays short however many Ingresses there are")
  func short() {
    let text = render(Sample.report(10_000), as: .text(TextStyle()))
    #expect(text.split(separator: "\n").count < 30)
    #expect(text.contains("and 9,997 more"))
    #expect(text.contains("and 9,995 more"))
    #expect(text.contains("exact       10,000 Ingresses"))
    #expect(render(Sample.report(10_000), as: .markdown).split(separator: "\n").count < 60)
  }

  @Test("colours words only where asked to")
  func colours() {
    let plain = render(Sample.report(1), as: .text(TextStyle(usesColour: false)))
    let coloured = render(Sample.report(1), as: .text(TextStyle(usesColour: true)))
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[33mwarning\u{1B}[0m"))
  }
}
