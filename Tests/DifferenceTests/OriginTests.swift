import Evidence
import Foundation
import Gatewright
import RecordedAnswers
import Testing

@Suite("origins of fields")
struct OriginTests {
  private static let example = packageRoot.appending(path: "testdata/example")

  @Test(
    "are known of every field of every object", arguments: RecordedCase.all("ingress-nginx-oracle"))
  func complete(_ recorded: RecordedCase) throws {
    let input = Input(name: "input.yaml", bytes: try recorded.bytes("input.yaml"))
    try expectSources(of: [input])
  }

  @Test("are known of every field of the example")
  func example() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.example.path).sorted()
    let inputs = try names.map { name in
      Input(
        name: name, bytes: Array(try Data(contentsOf: Self.example.appending(path: name))))
    }
    try expectSources(of: inputs)
  }

  private func expectSources(of inputs: [Input]) throws {
    var options = MigrationOptions()
    options.verification.isOn = false
    let objects = originsOfAll(in: inputs)
    #expect(
      objects.map(\.reference) == migrate(inputs, options: options).manifests.map(\.reference))
    for object in objects {
      #expect(!object.fields.isEmpty)
      let unknown = object.fields.filter { field in
        field.sources.isEmpty || field.sources.contains { $0.words.isEmpty }
      }
      #expect(unknown.map(\.path) == [], "\(object.reference)")
    }
  }

  @Test(
    "name the annotation, the ConfigMap key, the default and the Ingress field with their lines")
  func places() throws {
    let ingress = """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        namespace: shop
        annotations:
          nginx.ingress.kubernetes.io/enable-cors: "true"
      spec:
        ingressClassName: nginx
        tls: [{hosts: [shop.example], secretName: shop-tls}]
        rules:
        - host: shop.example
          http:
            paths:
            - path: /
              pathType: Prefix
              backend: {service: {name: web, port: {number: 80}}}

      """
    let objects = originsOfAll(in: [Input(name: "shop.yaml", text: ingress)])
    let expected =
      [
        ("HTTPRoute", "hostnames[0]", "Ingress shop/web, spec.rules[0].host", 12),
        ("HTTPRoute", "matches[0].path.value", "Ingress shop/web, spec.rules[0].http.paths[0]", 15),
        ("HTTPRoute", "backendRefs[0].name", "Ingress shop/web, spec.rules[0].http.paths[0]", 15),
        (
          "HTTPRoute", "cors.allowMethods[0]",
          "Ingress shop/web, nginx.ingress.kubernetes.io/enable-cors", 7
        ),
        ("Gateway", "certificateRefs[0].name", "Ingress shop/web, spec.tls[0]", 10),
        ("Gateway", "gatewayClassName", "default of --gateway-class", nil),
        ("DestinationRule", "connectTimeout", "proxy-connect-timeout 5", nil),
      ] as [(String, String, String, Int?)]
    for (kind, path, words, line) in expected {
      let fields = objects.filter { $0.reference.kind == kind }.flatMap(\.fields)
        .filter { $0.path.hasSuffix(path) }
      #expect(!fields.isEmpty, "\(path)")
      #expect(
        fields.contains { field in
          field.sources.contains { $0.words == words && $0.place?.line == line }
        }, "\(path): \(fields.flatMap(\.sources))")
    }
  }

  @Test("an object that is not there is told with those that are")
  func missing() {
    let reference = ObjectReference(kind: "httproute", namespace: "shop", name: "nope")
    guard case .missing(let written) = origins(of: reference, in: [Input]()).answer else {
      Issue.record("found")
      return
    }
    #expect(written.isEmpty)
  }
}
