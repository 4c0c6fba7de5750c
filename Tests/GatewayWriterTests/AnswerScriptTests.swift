import GatewayWriter
import Routing
import Testing
import YAMLText

@Suite("Scripts over backends' answers")
struct AnswerScriptTests {
  private typealias Pair = ResponseRewrite.Pair

  private static let whole = ResponseRewrite(
    location: Pair(from: "http://a/", to: "/"), completion: .omitted,
    cookieDomain: Pair(from: ".a", to: "b"), cookiePath: Pair(from: "/a", to: "/"))

  private static let session = Behaviour.sessionCookie(
    SessionCookie(name: "SID", attributes: "Path=/"))

  private static func script(_ behaviours: [Behaviour], allows: Bool = true) -> String {
    var host = host("a.com", ["/"])
    host.routes[0].behaviours = behaviours
    var options = WriteOptions()
    options.allowsEnvoyFilter = allows
    let filters = written(site([host]), options).objects.bodies("EnvoyFilter")
    let values = filters.flatMap { $0.items("spec", "configPatches") }.map { $0["patch"]?["value"] }
    return values.compactMap {
      $0?["typed_per_filter_config"]?["gatewright.answers"]?.text("source_code", "inline_string")
    }.joined()
  }

  private static func constants(_ script: String) -> [String] {
    script.split(separator: "\n").filter { $0.hasPrefix("local ") && $0.hasSuffix("}") }.map(
      String.init)
  }

  @Test("hold what is looked for and what replaces it, domains without a dot in front")
  func values() {
    let script = Self.script([.responseRewrite(Self.whole)])
    #expect(
      Self.constants(script) == [
        #"local location = {from = "http://a/", to = "/", paths = "completed"}"#,
        #"local domain = {from = "a", to = "b"}"#, #"local path = {from = "/a", to = "/"}"#,
      ])
    #expect(Self.script([.responseRewrite(Self.whole)], allows: false).isEmpty)
  }

  @Test(
    "leave out what they would do otherwise than nginx",
    arguments: [
      ([session], ["location"]),
      ([.responseHeaders(HeaderChange(set: [Header("Location", "x")]))], ["domain", "path"]),
      ([.responseHeaders(HeaderChange(add: [Header("set-cookie", "x")]))], ["location"]),
      (
        [.responseHeaders(HeaderChange(set: [Header("x-a", "x")]))], ["location", "domain", "path"]
      ),
    ] as [([Behaviour], [String])])
  func parts(_ behaviours: [Behaviour], _ names: [String]) {
    let script = Self.script([.responseRewrite(Self.whole)] + behaviours)
    #expect(Self.constants(script).map { String($0.split(separator: " ")[1]) } == names)
  }

  @Test(
    "are none for expressions, variables and ports of the controller",
    arguments: [
      ResponseRewrite(location: Pair(from: "~^http", to: "x")),
      ResponseRewrite(location: Pair(from: "http://$host/", to: "x")),
      ResponseRewrite(location: Pair(from: "http://a/", to: "http://$host/")),
      ResponseRewrite(
        location: Pair(from: "http://a/", to: "/"), completion: .listener(http: 8080, https: 8443)),
      ResponseRewrite(cookieDomain: Pair(from: "~a", to: "b")),
      ResponseRewrite(cookiePath: Pair(from: "/a", to: "/$1")),
    ])
  func unsaid(_ rewrite: ResponseRewrite) {
    #expect(Self.script([.responseRewrite(rewrite)]).isEmpty)
  }
}
