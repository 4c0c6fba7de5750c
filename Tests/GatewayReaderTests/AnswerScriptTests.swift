import GatewayAPI
import GatewayReader
import Kubernetes
import Routing
import Testing
import Tracing
import YAMLText

@Suite("Scripts over backends' answers")
struct AnswerScriptTests {
  private static let script = EnvoyFilter.AnswerScript(
    location: EnvoyFilter.AnswerScript.Pair(from: "http://inner/", to: "/"), completesPaths: true)

  /// The EnvoyFilter, and what is changed about its text.
  private static func filter(_ change: (String) -> String) -> String {
    let filter = EnvoyFilter(
      metadata: Metadata(name: "f", namespace: "infra"), gateway: "gw",
      patches: [
        EnvoyFilter.Patch(
          .filter(EnvoyFilter.FilterInsertion(name: EnvoyFilter.AnswerScript.filter))),
        EnvoyFilter.Patch(
          .routes(
            EnvoyFilter.RouteSelection(forwarding: "rule"),
            EnvoyFilter.RouteChange(answers: script))),
      ])
    var text = ""
    YAMLText.print(filter.body, into: &text)
    return change(text)
  }

  private static func read(
    _ change: (String) -> String, rule: String = "backendRefs: [{name: web, port: 80}]"
  ) -> Reading {
    Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service,
      Manifests.route(rule: "{name: rule, \(rule)}"), filter(change))
  }

  private static func answer(_ reading: Reading) -> Answer {
    let backend = WorldAnswer(status: 302, headers: [Header("Location", "http://inner/x")])
    return Answering(reading.site).answer(
      to: Request(host: "a.test", world: World(backend: backend)))
  }

  @Test("change what backends answer where their filter is in the chain")
  func followed() {
    let reading = Self.read { $0 }
    #expect(Self.answer(reading).backendLocation == "http://a.test/x")
    let alone = Self.read {
      $0.replacing("value:\n        name: gatewright", with: "value:\n        name: x")
    }
    #expect(Self.answer(alone).backendLocation == "http://inner/x")
  }

  @Test(
    "are not understood in other words, or at another place",
    arguments: [
      { $0.replacing("text:sub(1, #pair.from)", with: "text:sub(1, 1)") },
      { $0.replacing("INSERT_BEFORE", with: "INSERT_FIRST") },
      { $0.replacing("envoy.filters.http.router", with: "envoy.filters.http.cors") },
      { $0.replacing("inline_string", with: "filename") },
    ] as [@Sendable (String) -> String])
  func unknown(_ change: @Sendable (String) -> String) {
    let reading = Self.read(change)
    #expect(reading.codes == ["gateway-patch-not-understood"])
    #expect(Self.answer(reading).conditions.count == 1)
  }

  @Test(
    "that send to sign in need a mark of what was let in, and to come before the service",
    arguments: [("", ""), ("gatewright.admission", "other"), ("INSERT_FIRST", "INSERT_BEFORE")])
  func signIn(_ old: String, _ new: String) {
    let filter = EnvoyFilter(
      metadata: Metadata(name: "f", namespace: "infra"), gateway: "gw",
      patches: [
        EnvoyFilter.Patch(
          .filter(EnvoyFilter.FilterInsertion(name: EnvoyFilter.SignInScript.filter, at: .first))),
        EnvoyFilter.Patch(
          .filter(EnvoyFilter.FilterInsertion(name: EnvoyFilter.AdmissionScript.filter))),
        EnvoyFilter.Patch(
          .routes(
            EnvoyFilter.RouteSelection(forwarding: "rule"),
            EnvoyFilter.RouteChange(signIn: EnvoyFilter.SignInScript(address: "http://in/")))),
      ])
    var text = ""
    YAMLText.print(filter.body, into: &text)
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service,
      Manifests.route(rule: "{name: rule, backendRefs: [{name: web, port: 80}]}"),
      text.replacing(old, with: new))
    let answer = Answering(reading.site).answer(to: Request(host: "a.test"))
    #expect(answer.conditions.isEmpty == (old == new))
  }

  @Test(
    "that show error pages change backends' answers, and refusals in front of the routes",
    arguments: [404, 200])
  func errorPages(_ status: Int) {
    let filter = EnvoyFilter(
      metadata: Metadata(name: "f", namespace: "infra"), gateway: "gw",
      patches: [
        EnvoyFilter.Patch(
          .filter(
            EnvoyFilter.FilterInsertion(name: EnvoyFilter.ErrorPageScript.filter, at: .first))),
        EnvoyFilter.Patch(
          .routes(
            EnvoyFilter.RouteSelection(forwarding: "rule"),
            EnvoyFilter.RouteChange(
              errorPages: EnvoyFilter.ErrorPageScript(statuses: [404, 503])))),
      ])
    var text = ""
    YAMLText.print(filter.body, into: &text)
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service,
      Manifests.route(rule: "{name: rule, backendRefs: [{name: web, port: 80}]}"), text)
    let backend = WorldAnswer(status: status, headers: [Header("Location", "/x")])
    let answer = Answering(reading.site).answer(
      to: Request(host: "a.test", world: World(backend: backend)))
    #expect(answer.backendLocation == (status == 404 ? nil : "/x"))
    let isPage = answer.outcome == .answered(status: 404, location: nil)
    #expect(isPage == (status == 404))
  }

  @Test("would change redirects of the rule itself, too")
  func redirects() {
    let reading = Self.read(
      { $0.replacing("            action: ROUTE\n", with: "") },
      rule: "filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]")
    #expect(Self.answer(reading).conditions.count == 1)
  }
}
