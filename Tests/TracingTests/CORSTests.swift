import Routing
import Testing
import Tracing

@Suite("CORS")
struct CORSTests {
  private static let headers = [
    Header("access-control-allow-credentials", "true"),
    Header("access-control-allow-methods", "GET"),
    Header("access-control-expose-headers", "X"), Header("access-control-max-age", "5"),
  ]

  private func answer(
    _ origins: CORS.Origins, _ method: String, _ headers: [(String, String)], nginx: Bool
  ) -> String {
    let cors = CORS(
      origins: origins, headers: Self.headers, preflightStatus: nginx ? 204 : 200)
    let hosts = [Sites.host([Sites.route(.prefix("/"), [.cors(cors)])])]
    let request = Request(
      method: method, host: "a.test", headers: headers.map { Header($0.0, $0.1) })
    let answer = Answering(nginx ? Sites.nginx(hosts) : Sites.envoy(hosts)).answer(to: request)
    let names = answer.responseHeaders.map { header in
      header.name == "access-control-allow-origin"
        ? header.value : String(header.name.dropFirst("access-control-".count).first ?? "?")
    }
    return ([answer.line] + names).joined(separator: " ")
  }

  @Test(
    "nginx puts all headers on every answer and answers OPTIONS of fitting origins",
    arguments: [
      (CORS.Origins.any, "GET", [], "app / * a a e m"), (.any, "OPTIONS", [], "204 * a a e m"),
      (
        .matching("(https://ok\\.test)$"), "GET", [("Origin", "https://ok.test")],
        "app / https://ok.test a a e m"
      ),
      (
        .matching("(https://ok\\.test)$"), "OPTIONS", [("Origin", "HTTPS://OK.test")],
        "204 HTTPS://OK.test a a e m"
      ),
      (
        .matching("(https://ok\\.test)$"), "GET", [("Origin", "httphttps://ok.test")],
        "app / httphttps://ok.test a a e m"
      ),
      (.matching("(https://ok\\.test)$"), "OPTIONS", [("Origin", "https://bad.test")], "app /"),
      (.matching("(https://ok\\.test)$"), "OPTIONS", [], "app /"),
      (.matching(""), "OPTIONS", [("Origin", "https://ok.test")], "app /"),
    ] as [(CORS.Origins, String, [(String, String)], String)])
  func nginx(
    _ origins: CORS.Origins, _ method: String, _ headers: [(String, String)], _ expected: String
  ) {
    #expect(answer(origins, method, headers, nginx: true) == expected)
  }

  @Test(
    "Envoy answers preflights and names fitting origins",
    arguments: [
      ("GET", [("origin", "https://ok.test")], "app / https://ok.test a e"), ("GET", [], "app /"),
      ("GET", [("origin", "https://bad.test")], "app /"), ("OPTIONS", [], "app /"),
      ("OPTIONS", [("origin", "https://ok.test")], "app / https://ok.test a e"),
      (
        "OPTIONS", [("origin", "https://ok.test"), ("access-control-request-method", "PUT")],
        "200 https://ok.test a a e m"
      ),
      (
        "OPTIONS", [("origin", "https://bad.test"), ("access-control-request-method", "PUT")],
        "200 a a m"
      ),
      ("GET", [("origin", "https://ok.test.evil")], "app /"),
    ] as [(String, [(String, String)], String)])
  func envoy(_ method: String, _ headers: [(String, String)], _ expected: String) {
    #expect(answer(.matching("https://ok\\.test"), method, headers, nginx: false) == expected)
  }
}
