import Reporting
import Testing

@Suite("report as Markdown and JSON")
struct ReportMarkdownTests {
  @Test("tells the same in tables, with nothing unescaped")
  func golden() {
    #expect(
      render(Sample.report(1), as: .markdown) == """
        # Migration report

        |  |  |
        | --- | --- |
        | read | 2 objects, 2 Ingresses |
        | skipped | 3 v1 Pods |
        | wrote | 2 HTTPRoutes |
        | verdicts | 1 exact, 1 changed |
        | findings | 1 warning |

        ## Ingresses

        | verdict | Ingress | why |
        | --- | --- | --- |
        | changed | `shop/web-0` | `cache-dropped` |
        | exact | 1 Ingress |  |

        ## Findings

        ### warning: The cache is gone (`cache-dropped`)

        - **Today:** It caches.
        - **New routes:** They do not cache.
        - **Do:** Decide.

        | object | place | field | particulars |
        | --- | --- | --- | --- |
        | Ingress shop/web-0 | `a.yaml:3` | `cache\\|size` | Size &lt;5&gt;. |

        """)
  }

  @Test("writes every Ingress and finding as JSON, under stable names")
  func json() {
    let text = render(Sample.report(1), as: .json)
    #expect(text.hasPrefix("{\n  \"schemaVersion\": 1,\n  \"summary\": {\n    \"objectsRead\": 2,"))
    for name in ["ingresses", "verdict", "place", "findings", "code", "severity", "effect"] {
      #expect(text.contains("\"\(name)\": "), "\(name)")
    }
    #expect(text.contains("\"column\": null"))
    let lines = render(Sample.report(500), as: .json).split(separator: "\n")
    #expect(lines.filter { $0.contains("\"verdict\":") }.count == 1000)
  }
}
