import Evidence
import Gatewright
import Reporting
import Testing

@Suite("annotations")
struct AnnotationTests {
  private let regex = AnnotationDescription.all.filter { $0.key == "use-regex" }

  @Test("are told as text")
  func text() {
    #expect(
      render(regex, as: .text(TextStyle())) == """
        use-regex  matches every path of the host as a case-insensitive expression
                   carried over
                   #use-regex

        Headings with # are on \
        https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/

        """)
  }

  @Test("are told as Markdown and as JSON")
  func others() {
    #expect(render(regex, as: .markdown).contains("| `use-regex` | matches every path"))
    let json = render(regex, as: .json)
    #expect(json.contains("\"annotation\": \"nginx.ingress.kubernetes.io/use-regex\""))
    #expect(json.contains("\"carriedOver\": true"))
  }

  @Test("in use are told with their namespaces")
  func usage() throws {
    let description = try #require(regex.first)
    let many = Dictionary(uniqueKeysWithValues: (1...10).map { ("n\($0)", $0) })
    let usage = AnnotationUsage(rows: [
      AnnotationUsage.Row(
        annotation: description.annotation, standing: .read(description), namespaces: many),
      AnnotationUsage.Row(
        annotation: "nginx.ingress.kubernetes.io/x", standing: .unknown(nearest: nil),
        namespaces: ["shop": 1]),
    ])
    let text = render(usage, as: .text(TextStyle(width: 140)))
    #expect(text.contains("use-regex  55 Ingresses\n  in           n10 10, n9 9, n8 8, n7 7, n6 6"))
    #expect(text.contains("and 2 more namespaces; --format json lists all"))
    #expect(text.contains("  today        ingress-nginx does not know it.\n  do           note: "))
    #expect(render(usage, as: .json).contains("\"standing\": \"annotation-unknown\""))
    let markdown = render(usage, as: .markdown)
    #expect(markdown.contains("| `nginx.ingress.kubernetes.io/x` | 1 | shop 1 |"))
    let nothing = render(AnnotationUsage(rows: []), as: .text(TextStyle()))
    #expect(nothing == "No Ingress has an annotation for ingress-nginx.\n")
  }

  @Test("are explained, and so are findings and annotations without effect")
  func explanations() throws {
    let known = try #require(explain("use-regex"))
    let text = render(known, as: .text(TextStyle()))
    #expect(text.contains("  default         false\n  holds for       the whole host, for all"))
    let removed = try #require(explain("grpc-backend"))
    #expect(
      render(removed, as: .text(TextStyle())).contains(
        "  successor       nginx.ingress.kubernetes.io/backend-protocol\n"))
    let finding = try #require(explain("annotation-removed"))
    #expect(render(finding, as: .markdown).hasPrefix("# annotation-removed\n\ningress-nginx no"))
    #expect(render(finding, as: .json).contains("\"annotation\": null"))
  }
}
