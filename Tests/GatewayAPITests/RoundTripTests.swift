import Evidence
import GatewayAPI
import Kubernetes
import Testing
import YAMLText

@Suite("resources")
struct RoundTripTests {
  @Test("are the same after print, parse and decode", arguments: Samples.all)
  func roundTrip(_ sample: Sample) throws {
    var text = ""
    YAMLText.print(sample.manifest.body, into: &text)
    let object = try #require(Self.objects(in: text).first)
    #expect(try sample.decode(object).body == sample.manifest.body)
    #expect(object.body == sample.manifest.body, "the text lost something:\n\(text)")
  }

  @Test("keep every field of every recorded manifest in their text")
  func nothingIsLost() throws {
    var text = ""
    YAMLText.print(Samples.fullRoute.body, into: &text)
    for word in Samples.words { #expect(text.contains(word), "\(word) is missing in\n\(text)") }
  }

  @Test("say where they came from in comments above them")
  func comments() {
    var route = Samples.fullRoute
    route.comments = ["from Ingress shop/web"]
    route.rules[0].comments = ["from spec.rules[0]"]
    var text = ""
    YAMLText.print(route.body, into: &text)
    #expect(text.hasPrefix("# from Ingress shop/web\n"))
    #expect(text.contains("# from spec.rules[0]\n"))
  }

  @Test("refuse values of another type with the field's path")
  func refusal() throws {
    let text = """
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: a, namespace: b}
      spec:
        rules:
        - backendRefs:
          - {name: web, port: '80'}
      """
    let object = try #require(Self.objects(in: text).first)
    let refusal = #expect(throws: Refusal.self) { try HTTPRoute(decoding: object) }
    #expect(refusal?.field == "spec.rules[0].backendRefs[0].port")
    #expect(refusal?.mark.line == 7)
  }

  static func objects(in text: String) -> [Object] {
    var importer = Importer(keeping: Samples.kinds)
    importer.read(Array(text.utf8), file: "test.yaml")
    return importer.cluster.others
  }
}
