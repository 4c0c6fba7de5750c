import Routing
import Testing
import Tracing

@Suite("conditions")
struct ConditionTests {
  private func fits(_ condition: Condition, _ request: Request, nginx: Bool) -> Bool {
    let routes = [
      Sites.route(.prefix("/"), to: "yes", when: [condition]), Sites.route(.prefix("/"), to: "no"),
    ]
    let site = nginx ? Sites.nginx([Sites.host(routes)]) : Sites.envoy([Sites.host(routes)])
    return Answering(site).answer(to: request).line.hasPrefix("yes")
  }

  @Test(
    "nginx takes the first cookie of a name",
    arguments: [
      (["canary=always"], true), (["CANARY=always"], true), (["a=b; canary=always"], true),
      (["a=b;canary=always"], true), (["a=b, canary=always"], true), (["canary = always"], true),
      (["canary=always; z=1"], true), (["a=b", "canary=always"], true),
      (["xcanary=always"], false), (["canary=alwaysx"], false), (["canary=Always"], false),
      (["canary=never; canary=always"], false), (["canary=never", "canary=always"], false),
      (["canary=always, z=1"], false), (["canary"], false), (["canary; canary=always"], true),
      (["canary=\"always\""], false), ([""], false), (["="], false), ([";;,, ;"], false),
    ])
  func cookies(_ values: [String], _ expected: Bool) {
    let request = Request(host: "a.test", headers: values.map { Header("Cookie", $0) })
    let condition = Condition.cookie(name: "canary", value: "always")
    #expect(fits(condition, request, nginx: true) == expected)
  }

  @Test(
    "headers, by proxy",
    arguments: [
      ("X-C", [("x-c", "always")], true, true), ("x-c", [("X-C", "always")], true, true),
      ("X-C", [("x-c", " always ")], true, true), ("X-C", [("x-c", "Always")], false, false),
      ("X-C", [("x-c", "")], false, false), ("X-C", [], false, false),
      ("X-C", [("x_c", "always")], false, false), ("X_C", [("x-c", "always")], true, false),
      ("X_C", [("x_c", "always")], false, true), ("X.C", [("x.c", "always")], false, true),
      ("X-C", [("x-c", "never"), ("x-c", "always")], false, false),
    ] as [(String, [(String, String)], Bool, Bool)])
  func headers(_ name: String, _ sent: [(String, String)], _ nginx: Bool, _ envoy: Bool) {
    let request = Request(host: "a.test", headers: sent.map { Header($0.0, $0.1) })
    let condition = Condition.header(name: name, .exact("always"))
    #expect(fits(condition, request, nginx: true) == nginx)
    #expect(fits(condition, request, nginx: false) == envoy)
  }

  @Test(
    "values match as a whole, anywhere, or at all",
    arguments: [
      (ValueMatch.found("v1"), "xxv1yy", true), (.found("^v1$"), "xxv1", false),
      (.found("V1"), "v1", false), (.found("^$"), "", true), (.found("("), "(", false),
      (.whole("v\\d"), "v1", true), (.whole("v\\d"), "av1", false), (.whole("(?=a)a"), "a", false),
      (.whole(".*"), "", true), (.whole(".+"), "", false), (.present, "", true),
      (.exact(""), "", true),
    ])
  func values(_ match: ValueMatch, _ value: String, _ expected: Bool) {
    let request = Request(host: "a.test", headers: [Header("x-a", value)])
    #expect(fits(.header(name: "x-a", match), request, nginx: true) == expected)
    #expect(!fits(.header(name: "x-b", match), request, nginx: true))
  }

  @Test("repeated headers are joined as each proxy joins them")
  func joined() {
    let headers = [Header("x-a", "1"), Header("x-a", "2")]
    let request = Request(host: "a.test", headers: headers)
    #expect(fits(.header(name: "x-a", .exact("1, 2")), request, nginx: true))
    #expect(fits(.header(name: "x-a", .exact("1,2")), request, nginx: false))
  }

  @Test(
    "the first value of a query parameter counts, undecoded",
    arguments: [
      ("/?q=1", true), ("/?q=2&q=1", false), ("/?q=1&q=2", true), ("/?x=y&q=1", true),
      ("/?Q=1", false), ("/?q=%31", false), ("/?q", false), ("/?q=", false), ("/", false),
      ("/?", false), ("/?&&q=1", true), ("/?q=1=2", false),
    ])
  func query(_ target: String, _ expected: Bool) {
    let request = Request(host: "a.test", target: target)
    #expect(fits(.query(name: "q", .exact("1")), request, nginx: false) == expected)
  }

  @Test("methods and sessions")
  func others() {
    #expect(fits(.method("POST"), Request(method: "POST", host: "a.test"), nginx: false))
    #expect(!fits(.method("GET"), Request(method: "HEAD", host: "a.test"), nginx: false))
    let session = Condition.session(of: Sites.backend("main"))
    #expect(fits(session, Request(host: "a.test", sessionOf: "app/main:80"), nginx: true))
    #expect(!fits(session, Request(host: "a.test", sessionOf: "app/main:81"), nginx: true))
  }
}
