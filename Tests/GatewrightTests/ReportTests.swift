import Evidence
import Gatewright
import Testing

@Suite("report")
struct ReportTests {
  private func verdict(_ name: String, _ texts: String...) -> Verdict? {
    let inputs = [Input(name: "shop.yaml", text: Shop.services + texts.joined())]
    return migrate(inputs).report.ingresses.first { $0.reference.name == name }?.verdict
  }

  @Test("an Ingress of another class is not served by nginx either")
  func ignored() {
    let other = Shop.ingress("web", host: "a.example", service: "web", className: "traefik")
    #expect(verdict("web", other) == .notServed)
  }

  @Test("an Ingress whose authentication is not carried over is lost")
  func lost() {
    let protected = Shop.ingress(
      "web", host: "a.example", service: "web",
      annotations: ["auth-url": "https://auth.example/check?for=$host"])
    #expect(verdict("web", protected) == .lost)
  }

  @Test("verdicts come from exact to lost")
  func order() {
    #expect(Verdict.allCases == Verdict.allCases.sorted())
    #expect(Verdict.exact < .lost)
  }

  @Test("equal findings are one group, sorted, and each Ingress points at it")
  func groups() throws {
    let names = (1...40).map { "web-\($0)" }
    let texts = names.map { name in
      Shop.ingress(
        name, host: "\(name).example", service: "web", annotations: ["auth-url": "http://a.b/c?d"])
    }
    let report = migrate(Shop.input(Shop.services, texts.joined())).report
    let index = try #require(report.groups.firstIndex { $0.severity == .error })
    #expect(report.groups[index].occurrences.count == 40)
    #expect(report.groups[index].occurrences == report.groups[index].occurrences.sorted())
    #expect(report.ingresses.allSatisfy { $0.groups.contains(index) })
    #expect(report.groups.map(\.severity) == report.groups.map(\.severity).sorted(by: >))
  }

  @Test("unknown ages are told once")
  func ages() {
    let texts = (1...9).map {
      Shop.ingress("web-\($0)", host: "w\($0).example", service: "web")
    }.joined()
    let ageless = texts.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("creationTimestamp") }.joined(separator: "\n")
    let known = migrate(Shop.input(Shop.services, texts)).report
    let unknown = migrate(Shop.input(Shop.services, ageless)).report
    func told(_ report: Report) -> [Int] {
      report.groups.filter { $0.rule.code == "creation-timestamp-missing" }.map(\.occurrences.count)
    }
    #expect(told(known).isEmpty)
    #expect(told(unknown) == [1])
  }

  @Test("numbers agree with the lists")
  func summary() {
    let report = migrate(Shop.input(Shop.services, Shop.stable, Shop.canary)).report
    #expect(report.summary.ingresses == report.ingresses.count)
    let told = report.groups.reduce(0) { $0 + $1.occurrences.count }
    #expect(report.summary.findings.values.reduce(0, +) == told)
  }
}
