import Evidence
import Kubernetes
import Testing

@Suite("faulty inputs")
struct FaultyInputTests {
  /// A text, the findings it leads to, and how many objects it leads to.
  struct Case: Sendable {
    var text: String
    var findings: [String]
    var objects: Int

    init(_ text: String, _ findings: String..., objects: Int = 1) {
      (self.text, self.findings, self.objects) = (text, findings, objects)
    }
  }

  @Test(
    "are noted with rule and line",
    arguments: [
      Case("", "empty-file 0", objects: 0),
      Case("# only a comment\n---\n", "empty-file 0", objects: 0),
      Case("replicas: 3\nimage: {tag: x}", "not-an-object 1", objects: 0),
      Case("apiVersion: v2\nname: chart", "not-an-object 1", objects: 0),
      Case("kind: Kustomization\nresources: [a.yaml]", "not-an-object 1", objects: 0),
      Case("- a\n- b", "not-an-object 1", objects: 0),
      Case("just text", "not-an-object 1", objects: 0),
      Case("a: @b", "yaml-syntax 1", objects: 0),
      Case("kind: Service\nmetadata: {name: a}", "missing-field 1"),
      Case("apiVersion: v1\nkind: Service\nspec: {}", "missing-field 1"),
      Case("apiVersion: v1\nkind: Service\nmetadata: {name: a}", "missing-field 1"),
      Case("apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: []", "wrong-type 4"),
      Case(
        "apiVersion: v1\nkind: Service\nmetadata: {name: a.b}\nspec: {ports: [{port: 80}]}",
        "invalid-value 3"),
      Case(
        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: http}]}",
        "wrong-type 4"),
      Case(
        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{name: a}]}",
        "missing-field 4"),
      Case(
        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: ExternalName}",
        "missing-field 4"),
      Case(
        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: clusterip}",
        "invalid-value 4"),
      Case(
        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 1, targetPort: '1'}]}",
        "invalid-value 4"),
      Case(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: 20m, b: 20}",
        "wrong-type 4"),
      Case("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndatas: {}", "unknown-field 4"),
      Case(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a b: c}", "invalid-value 4"),
      Case("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: 20}", "wrong-type 4"),
      Case(
        "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {tls.crt: '?'}",
        "secret-unreadable 4"),
      Case(
        "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {tls.crt: none}",
        "secret-unreadable 4"),
      Case(
        "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ntype: kubernetes.io/tls",
        "missing-field 1", "missing-field 1"),
      Case(
        "apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: a}\nspec: {}",
        "missing-field 4"),
      Case(
        "apiVersion: gateway.networking.k8s.io/v1\nkind: ReferenceGrant\nmetadata: {name: a}\n"
          + "spec: {from: [{kind: A}], to: []}", "missing-field 4", "missing-field 4"),
      Case("apiVersion: v1\nkind: List\nitems: a", "not-an-object 3", objects: 0),
      Case("apiVersion: v1\nkind: List\nitems: []", objects: 0),
      Case("apiVersion: apps/v1\nkind: Deployment\nspec: 3"),
      Case("apiVersion: config.openshift.io/v1\nkind: Ingress\nspec: 3"),
    ])
  func noted(_ example: Case) {
    let cluster = imported(example.text + "\n---\n" + Sample.ingress)
    let expected = example.findings.filter { $0 != "empty-file 0" }
    #expect(cluster.findings.map(mark) == expected)
    #expect(cluster.ingresses.map(\.metadata.name) == ["web"])
    #expect(cluster.objectCount == example.objects + 1)
    #expect(imported(example.text).findings.map(mark) == example.findings)
  }

  @Test("leave the other items of a list")
  func listItems() {
    let cluster = imported(
      """
      apiVersion: v1
      kind: List
      items:
        - {apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80}]}}
        - {apiVersion: v1, kind: Service, metadata: {name: b}, spec: {ports: [{port: 0}]}}
        - 7
        - {apiVersion: v1, kind: Service, metadata: {name: c}, spec: {ports: [{port: 80}]}}
      """)
    #expect(cluster.findings.map(mark) == ["invalid-value 5", "not-an-object 6"])
    #expect(cluster.services.keys.sorted().map(\.name) == ["a", "c"])
  }

  @Test("say field, expectation and remedy")
  func words() throws {
    let text = Sample.ingress.replacing("number: 80", with: "number: 99999")
    let finding = try #require(imported(text).findings.first)
    #expect(finding.field == "spec.rules[0].http.paths[0].backend.service.port.number")
    #expect(finding.message == "Expected a number from 1 to 65535, found `99999`.")
    #expect(finding.remedy == "Write a number from 1 to 65535.")
    #expect(finding.subject?.description == "Ingress default/web")
    #expect(finding.place?.description == "a.yaml:21:27")
  }

  @Test("tell how to quote an annotation")
  func quotes() throws {
    let finding = try #require(
      imported(Sample.ingress.replacing(#""true""#, with: "yes")).findings.first)
    #expect(finding.field == "metadata.annotations[nginx.ingress.kubernetes.io/ssl-redirect]")
    #expect(finding.message == "Expected a string, found the truth value `yes`.")
    #expect(finding.remedy.contains(#""yes""#))
  }

  @Test("that are files are noted by name")
  func files() {
    var importer = Importer()
    importer.note(missing: "gone.yaml")
    importer.note(unreadable: "locked", reason: "Permission denied.")
    importer.finish()
    #expect(importer.cluster.findings.map(\.rule) == [.missingFile, .unreadableFile])
    #expect(importer.cluster.findings.compactMap(\.place?.file) == ["gone.yaml", "locked"])
  }

  @Test("that hold no object are an error in the end")
  func nothing() {
    var importer = Importer()
    importer.read(Array("a: b".utf8), file: "values.yaml")
    #expect(importer.cluster.findings.allSatisfy { $0.severity == .note })
    importer.finish()
    #expect(importer.cluster.findings.map(\.rule) == [.notAnObject, .noObjects])
  }

  @Test("have rules with codes of their own")
  func catalogue() {
    #expect(Set(ImportRules.all.map(\.code)).count == ImportRules.all.count)
    #expect(ImportRules.all.allSatisfy { $0.effect == .unreadable && !$0.remedy.isEmpty })
  }
}
