import Evidence
import Gatewright
import Testing

@Suite("diff")
struct DiffTests {
  private static let reference = ObjectReference(kind: "HTTPRoute", namespace: "a", name: "r")

  private static func route(_ spec: String, comment: String = "") -> String {
    comment + "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n"
      + "metadata: {name: r, namespace: a}\nspec: \(spec)\n"
  }

  private func changes(_ old: String, _ new: String) -> [FieldChange]? {
    let fresh = Manifest(
      reference: Self.reference, apiVersion: "gateway.networking.k8s.io/v1",
      yaml: Self.route(new))
    let difference = diff(
      fresh: [fresh], committed: [Input(name: "r.yaml", text: Self.route(old, comment: "# old\n"))])
    guard case .changed(let fields)? = difference.objects.first?.change else {
      return difference.isEmpty ? [] : nil
    }
    return fields
  }

  @Test(
    "names the fields that differ",
    arguments: [
      ("{a: 1, b: x}", "{b: 'x', a: 1}", []),
      ("{a: 1}", "{a: 2}", [FieldChange(path: "spec.a", old: "1", new: "2")]),
      ("{a: 1}", "{a: '1'}", [FieldChange(path: "spec.a", old: "1", new: "\"1\"")]),
      ("{a: 1}", "{a: 1, b: [x]}", [FieldChange(path: "spec.b", new: "[\"x\"]")]),
      ("{a: {b: true}, c: 1}", "{c: 1}", [FieldChange(path: "spec.a", old: "{\"b\": true}")]),
      ("{a: 1_000}", "{a: yes}", [FieldChange(path: "spec.a", old: "\"1_000\"", new: "true")]),
      ("{l: [1, 2]}", "{l: [1]}", [FieldChange(path: "spec.l[1]", old: "2")]),
      ("{l: [1]}", "{l: {x: 1}}", [FieldChange(path: "spec.l", old: "[1]", new: "{\"x\": 1}")]),
      (
        "{l: [{name: x, v: 1}, {name: y, v: 1}]}", "{l: [{name: y, v: 2}, {name: x, v: 1}]}",
        [FieldChange(path: "spec.l[name=y].v", old: "1", new: "2")]
      ),
      (
        "{annotations: {a.b/c: x}}", "{annotations: {a.b/c: z}}",
        [FieldChange(path: "spec.annotations[\"a.b/c\"]", old: "\"x\"", new: "\"z\"")]
      ),
    ] as [(String, String, [FieldChange])])
  func fields(_ old: String, _ new: String, _ expected: [FieldChange]) {
    #expect(changes(old, new) == expected)
  }

  @Test("says which objects come and go, and passes over other kinds")
  func objects() {
    let inputs = Shop.input(Shop.services, Shop.stable)
    let committed =
      migrate(inputs).manifests.filter { $0.reference.kind != "Gateway" }
      .map { "---\n" + $0.yaml }.joined()
      + "---\n" + Self.route("{}") + "---\nkind: ConfigMap\napiVersion: v1\nmetadata: {name: x}\n"
    let difference = diff(inputs, against: [Input(name: "old.yaml", text: committed)])
    #expect(
      difference.objects.map(\.change) == [.removed, .added])
    #expect(difference.objects.map(\.reference.kind) == ["HTTPRoute", "Gateway"])
    #expect(difference.sameCount > 0)
  }

  @Test("finds a fresh translation equal to itself")
  func same() {
    let inputs = Shop.input(Shop.services, Shop.stable, Shop.canary)
    let committed = migrate(inputs).manifests.map {
      Input(name: $0.reference.description, text: $0.yaml)
    }
    let difference = diff(inputs, against: committed)
    #expect(difference.isEmpty)
    #expect(difference.sameCount == committed.count)
  }

  @Test("passes over where objects came from: lines move")
  func provenance() {
    let committed = migrate([Input(name: "a.yaml", text: Shop.services + Shop.stable)]).manifests
    let moved = Input(name: "b.yaml", text: "# moved\n\n" + Shop.services + Shop.stable)
    let old = committed.map { Input(name: "\($0.reference).yaml", text: $0.yaml) }
    #expect(
      committed.contains { $0.yaml.contains("gatewright.dev/source: Ingress shop/web (a.yaml") })
    #expect(diff([moved], against: old).objects.isEmpty)
  }

  @Test("tells what it cannot read")
  func unreadable() {
    let inputs = Shop.input(Shop.services, Shop.stable)
    let missing = Input(name: "x", unreadable: "gone")
    #expect(diff(inputs, against: [missing]).hasUnreadableInput)
    #expect(diff(inputs, against: [Input(name: "x", text: "a: [")]).hasUnreadableInput)
  }
}
