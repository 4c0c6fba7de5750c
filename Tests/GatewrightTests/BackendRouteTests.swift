import Evidence
import Foundation
import Gatewright
import Testing

/// How backends are reached, from annotations to objects that answer the same.
@Suite("backends")
struct BackendRouteTests {
  @Test("are reached as annotations say", arguments: BackendCase.all)
  func written(_ one: BackendCase) {
    let migration = migrate([one.input], options: one.options)
    let text = migration.manifests.map(\.yaml).joined(separator: "---\n")
    for words in one.present {
      #expect(text.contains(words), "without \(words):\n\(text)")
    }
    for words in one.absent { #expect(!text.contains(words), "with \(words):\n\(text)") }
    let codes = Set(migration.report.groups.map(\.rule.code))
    #expect(codes.isSuperset(of: one.codes), "\(codes.sorted())")
    let unexplained = migration.report.verification?.unexplained ?? []
    #expect(unexplained.map(\.curl) == [])
  }

  @Test("have steps for what no object can say")
  func steps() {
    let one = BackendCase(
      "steps",
      [
        "backend-protocol": "HTTPS", "proxy-ssl-secret": "shop/ca", "proxy-ssl-verify": "on",
        "proxy-ssl-name": "web.internal",
      ], [])
    let copies = migrate([one.input]).report.steps.filter { $0.title.hasPrefix("Copy Secret") }
    #expect(copies.map(\.subject?.name) == ["ca"])
    #expect(copies.allSatisfy { $0.commands.joined().contains("-n istio-ingress") })
  }

  @Test("keep the settings of each port of a Service apart")
  func ports() {
    let first = BackendCase("a", ["backend-protocol": "HTTPS"], [], port: 8443)
    let second = BackendCase("b", ["proxy-connect-timeout": "7"], [])
    let text = migrate([first.input, second.ingressAlone]).manifests
      .filter { $0.reference.kind == "DestinationRule" }.map(\.yaml).joined()
    #expect(text.contains("portLevelSettings:"))
    #expect(text.contains("number: 8443") && text.contains("connectTimeout: 7s"))
    #expect(text.components(separatedBy: "insecureSkipVerify").count == 2)
  }

  @Test("that two Ingresses want otherwise are the oldest's, and the other is told")
  func conflict() {
    let first = BackendCase("a", ["backend-protocol": "HTTPS"], [])
    let second = BackendCase("b", [:], [])
    let report = migrate([first.input, second.ingressAlone]).report
    let groups = report.groups.filter { $0.rule.code == "connection-settings-conflict" }
    #expect(groups.flatMap(\.occurrences).map(\.subject?.name) == ["b"])
    #expect(report.verification?.unexplained.map(\.curl) == [])
  }

  @Test("behind passed TLS are never wrapped in TLS again")
  func passthrough() {
    var one = BackendCase(
      "pass", ["ssl-passthrough": "true", "backend-protocol": "HTTPS"], [], port: 8443)
    one.options.controller.enablesSSLPassthrough = true
    let manifests = migrate([one.input], options: one.options).manifests
    #expect(manifests.contains { $0.reference.kind == "TLSRoute" })
    let rules = manifests.filter { $0.reference.kind == "DestinationRule" }
    #expect(rules.allSatisfy { !$0.yaml.contains("tls:") })
  }
}

/// One Ingress with annotations, and what it becomes.
struct BackendCase: Sendable, CustomTestStringConvertible {
  var name: String
  var annotations: [String: String]
  var present: [String]
  var absent: [String]
  var codes: Set<String>
  var path: String
  var port: Int
  var service: String
  var options = MigrationOptions()

  init(
    _ name: String, _ annotations: [String: String], _ present: [String], absent: [String] = [],
    codes: Set<String> = [], path: String = "/", service: String = "web", port: Int = 80
  ) {
    self.name = name
    self.annotations = annotations
    self.present = present
    self.absent = absent
    self.codes = codes
    self.path = path
    self.port = port
    self.service = service
  }

  var testDescription: String { name }

  var input: Input { Input(name: "input.yaml", text: Self.services + "---\n" + ingress) }

  /// The Ingress without the Services.
  var ingressAlone: Input { Input(name: "\(name).yaml", text: ingress) }

  /// The name of the Ingress and of its host.
  private var object: String { name.filter { $0 != " " }.lowercased() }

  private var ingress: String {
    let lines = annotations.sorted { $0.key < $1.key }.map {
      "    nginx.ingress.kubernetes.io/\($0.key): '\($0.value)'\n"
    }
    let block = lines.isEmpty ? "" : "  annotations:\n" + lines.joined()
    return """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: \(object)
        namespace: shop
      \(block)spec:
        ingressClassName: nginx
        rules:
        - host: \(object).example.com
          http:
            paths:
            - path: \(path)
              pathType: Prefix
              backend: {service: {name: \(service), port: {number: \(port)}}}

      """
  }

  private static let services = """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec: {ports: [{name: plain, port: 80}, {name: tls, port: 8443}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: copy, namespace: ops}
    spec: {ports: [{port: 80}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: out, namespace: shop}
    spec: {type: ExternalName, externalName: API.example.org.}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: alias, namespace: shop}
    spec: {type: ExternalName, externalName: copy.ops.svc.cluster.local}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: address, namespace: shop}
    spec: {type: ExternalName, externalName: 192.0.2.7}

    """
}
