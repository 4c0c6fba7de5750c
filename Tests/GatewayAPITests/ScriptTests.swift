@testable import GatewayAPI
import Testing

@Suite("Scripts")
struct ScriptTests {
  typealias Script = EnvoyFilter.AnswerScript

  static let texts = [
    "http://a.test/", "", "\"]] --", "a\\b", "]]\n]=]", "$1 %1 ~\r\0\t", "ä\u{7F}", ", to = \"",
    "{from = \"x\"}",
  ]

  @Test("hold any text as a literal of one line, and give it back", arguments: texts)
  func literals(_ text: String) {
    let literal = LuaLiteral.text(text)
    #expect(literal.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    let inside = literal.dropFirst().dropLast()
    #expect(!inside.contains("\""))
    var rest = (literal + "!")[...]
    #expect(LuaLiteral.take(from: &rest) == text)
    #expect(rest == "!")
  }

  @Test("are no literals where they do not end", arguments: ["", "x", "\"x", "\"\\1", "\"\\999\""])
  func broken(_ text: String) {
    var rest = text[...]
    #expect(LuaLiteral.take(from: &rest) == nil)
  }

  static let scripts = texts.flatMap { text -> [Script] in
    let pair = Script.Pair(from: text, to: text + "x")
    return [
      Script(location: pair), Script(location: pair, completesPaths: true),
      Script(cookieDomain: pair), Script(cookiePath: pair),
      Script(location: pair, completesPaths: true, cookieDomain: pair, cookiePath: pair),
    ]
  }

  @Test("are read back from what is written", arguments: scripts)
  func roundTrip(_ script: Script) { #expect(Script(source: script.source) == script) }

  @Test("of a page to sign in are read back, too", arguments: texts)
  func signIn(_ address: String) {
    let script = EnvoyFilter.SignInScript(address: address)
    #expect(EnvoyFilter.SignInScript(source: script.source) == script)
    #expect(EnvoyFilter.SignInScript(source: script.source + " ") == nil)
    let mark = EnvoyFilter.AdmissionScript()
    #expect(EnvoyFilter.AdmissionScript(source: mark.source) == mark)
    #expect(EnvoyFilter.AdmissionScript(source: script.source) == nil)
  }

  @Test("of error pages are read back, too", arguments: [[404], [404, 503, 500]])
  func errorPages(_ statuses: [Int]) {
    let script = EnvoyFilter.ErrorPageScript(statuses: statuses)
    #expect(EnvoyFilter.ErrorPageScript(source: script.source) == script)
    let source = script.source
    for other in [
      source + " ", source.replacing("404 ", with: "4o4 "), source.replacing("404", with: ""),
    ]
    where other != source {
      #expect(EnvoyFilter.ErrorPageScript(source: other) == nil)
    }
  }

  @Test(
    "are understood only as they are written",
    arguments: [
      { $0 + " " }, { "\n" + $0 }, { $0.replacing("http://", with: "http:\\047/") },
      { $0.replacing("-- proxy_redirect\n", with: "") },
      { $0 + "local location = {from = \"x\", to = \"y\"}\n" }, { _ in "" },
      { $0.replacing("local location", with: "local other") },
    ] as [@Sendable (String) -> String])
  func strangers(_ change: @Sendable (String) -> String) {
    let pair = Script.Pair(from: "http://a.test/", to: "/")
    #expect(Script(source: change(Script(location: pair).source)) == nil)
  }
}
