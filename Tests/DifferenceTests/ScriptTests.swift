import Gatewright
import Testing

@Suite("Scripts in EnvoyFilters")
struct ScriptTests {
  private static let input = input(
    "proxy-redirect-from: http://inner.test/", "proxy-redirect-to: /",
    "proxy-cookie-domain: inner.test outer.test", "proxy-cookie-path: /in/ /")

  /// An Ingress with annotations of ingress-nginx, whose names are short here.
  private static func input(_ annotations: String...) -> Input {
    let lines = annotations.map { "    nginx.ingress.kubernetes.io/\($0)" }
    return Input(
      name: "input.yaml",
      text: """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          namespace: shop
          annotations:
        \(lines.joined(separator: "\n"))
        spec:
          ingressClassName: nginx
          rules:
          - host: a.example.com
            http:
              paths:
              - path: /
                pathType: Prefix
                backend: {service: {name: web, port: {number: 80}}}

        """)
  }

  private static var options: MigrationOptions {
    var options = MigrationOptions()
    options.allowsEnvoyFilter = true
    return options
  }

  /// What differs over plain HTTP, by the words of a change in the written manifests.
  private static func aspects(_ old: String, _ new: String) -> Set<String> {
    Set(differences([input], old, new).flatMap(\.aspects))
  }

  private static func differences(
    _ inputs: [Input], _ old: String, _ new: String
  ) -> [AnswerDifference] {
    let migration = migrate(inputs, options: options)
    let text = migration.manifests.map(\.yaml)
      .joined(separator: "---\n")
    let report = verify(
      inputs,
      gateway: [Input(name: "gateway.yaml", text: text.replacing(old, with: new))],
      options: options)
    return report.differences.filter {
      $0.request.host == "a.example.com" && $0.request.scheme == .http
    }
  }

  @Test(
    "are compared by what they make of backends' answers",
    arguments: [
      ("", "", []),
      ("from = \"http://inner", "from = \"http://other", ["location", "response headers"]),
      (", paths = \"completed\"", "", ["location", "response headers", "conditions"]),
      ("to = \"outer.test\"", "to = \"other.test\"", ["response headers"]),
      ("from = \"/in/\"", "from = \"/in\"", ["response headers"]),
    ] as [(String, String, Set<String>)])
  func compared(_ old: String, _ new: String, _ aspects: Set<String>) {
    #expect(Self.aspects(old, new) == aspects)
  }

  @Test(
    "send to sign in where nginx does, and a change of the page is told",
    arguments: [
      ("", "", []), ("https://login.test/start?", "https://login.test/stop?", ["location"]),
      (":get(\":status\") ~= \"401\"", ":get(\":status\") ~= \"402\"", ["status", "location"]),
      ("INSERT_FIRST", "ADD", ["status", "location"]),
    ] as [(String, String, Set<String>)])
  func signIn(_ old: String, _ new: String, _ aspects: Set<String>) {
    let input = Self.input(
      "auth-url: http://auth.shop.svc.cluster.local/check",
      "auth-signin: https://login.test/start")
    let sent = Self.differences([input], old, new).filter {
      $0.request.authenticationAnswers.values.contains { $0.status == 401 }
        && $0.before.outcome.isSignIn
    }
    #expect(Set(sent.flatMap(\.aspects)).intersection(["status", "location"]) == aspects)
    #expect(sent.allSatisfy { !$0.isExplained } || aspects.isEmpty)
  }

  @Test(
    "show error pages where nginx does, and each status that has none is told",
    arguments: [
      ("", "", []), ("\"403 404 503\"", "\"403 404\"", ["status"]),
      ("\"403 404 503\"", "\"403 404 500 503\"", ["status"]),
      ("\"403 404 503\"", "\"404 503\"", ["status"]), ("\"404\")", "\"405\")", ["status"]),
    ] as [(String, String, Set<String>)])
  func errorPages(_ old: String, _ new: String, _ aspects: Set<String>) {
    let input = Self.input(
      "custom-http-errors: 503,404,403", "allowlist-source-range: 10.0.0.0/8",
      "enable-cors: 'true'")
    let differences = Self.differences([input], old, new)
    #expect(Set(differences.flatMap(\.aspects)).isSuperset(of: aspects))
    #expect(differences.contains { !$0.isExplained } == !aspects.isEmpty)
  }

  @Test("without the option, the difference is that the annotations are lost")
  func lost() {
    let report = migrate([Self.input]).report
    let differences = report.verification?.differences ?? []
    let codes = Set(differences.flatMap { $0.causes.map(\.code) })
    #expect(codes.contains("annotation-not-carried-over"))
    #expect(differences.allSatisfy { $0.isExplained })
    #expect(differences.contains { $0.curl.contains("where the backend answers 302, Location:") })
  }
}

extension TraceAnswer.Outcome {
  /// Whether a client is sent to the page of the test.
  fileprivate var isSignIn: Bool {
    guard case .answered(302, let location?) = self else { return false }
    return location.hasPrefix("https://login.test/start?rd=http://a.example.com%2F")
  }
}
