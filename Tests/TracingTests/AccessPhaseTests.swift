import Routing
import Testing
import Tracing

@Suite("the access phase")
struct AccessPhaseTests {
  private static let url = "http://auth.test/check"
  private static let inside = AddressRule(allowed: ["203.0.113.0/24"])
  private static let outside = AddressRule(allowed: ["10.0.0.0/8"])
  private static let users = ["ann:{PLAIN}secret", "bob:$apr1$x$y", "cat:{PLAIN}a:b"]

  /// `ann:secret`, `ann:wrong`, `bob:secret`, `cat:a` and `eve:secret`.
  private static let logins = [
    "ann": "YW5uOnNlY3JldA==", "wrong": "YW5uOndyb25n", "bob": "Ym9iOnNlY3JldA==",
    "cat": "Y2F0OmE=", "eve": "ZXZlOnNlY3JldA==", "broken": "%%%", "nobody": "YW5u",
  ]

  private static func credentials(
    _ scheme: Credentials.Scheme = .basic, _ users: [String]? = users
  ) -> Credentials {
    Credentials(scheme: scheme, realm: "shop", secret: "shop/users", users: users)
  }

  private static func request(_ login: String?, _ scheme: String = "Basic", service: Int? = nil)
    -> Request
  {
    let headers = login.flatMap { logins[$0] }.map { [Header("Authorization", "\(scheme) \($0)")] }
    let known = service.map { [url: WorldAnswer(status: $0)] } ?? [:]
    return Request(host: "a.test", headers: headers ?? [], world: World(authentication: known))
  }

  @Test(
    "compares plain passwords; what is hashed or not there is a condition",
    arguments: [
      (nil, "401", []), ("ann", "app /", []), ("wrong", "401", []), ("eve", "401", []),
      ("broken", "401", []), ("nobody", "401", []), ("cat", "app /", []),
      ("bob", "app /", ["the password of bob in Secret shop/users"]),
    ] as [(String?, String, [String])])
  func basic(_ login: String?, _ line: String, _ conditions: [String]) {
    let access = Access(credentials: Self.credentials())
    let answer = Sites.answer([.access(access)], to: Self.request(login))
    #expect(answer.line == line)
    #expect(answer.conditions == conditions)
    // The backend never sees the password.
    #expect(answer.removedUpstreamHeaders == (line == "401" ? [] : ["authorization"]))
    let challenge = [Header("www-authenticate", "Basic realm=\"shop\"")]
    #expect(answer.responseHeaders == (line == "401" ? challenge : []))
  }

  @Test(
    "takes a login on trust where it cannot compute",
    arguments: [
      (credentials(.digest), "ann", "app /"), (credentials(.digest), nil, "401"),
      (credentials(.basic, nil), "eve", "app /"), (credentials(.basic, nil), nil, "401"),
    ] as [(Credentials, String?, String)])
  func trusted(_ credentials: Credentials, _ login: String?, _ line: String) {
    let access = Access(credentials: credentials)
    let answer = Sites.answer([.access(access)], to: Self.request(login))
    #expect(answer.line == line)
    #expect(answer.conditions.count == (login == nil ? 0 : 1))
    let challenge = answer.responseHeaders.first?.value
    #expect(challenge == (login == nil ? "\(credentials.scheme.rawValue) realm=\"shop\"" : nil))
  }

  @Test("reads the scheme of a login ignoring case, and no other scheme")
  func schemes() {
    let access = Behaviour.access(Access(credentials: Self.credentials()))
    #expect(Sites.answer([access], to: Self.request("ann", "bAsIc")).line == "app /")
    #expect(Sites.answer([access], to: Self.request("ann", "Bearer")).line == "401")
  }

  @Test(
    "satisfy all needs every check, satisfy any needs one",
    arguments: [
      (false, inside, "ann", 200, "app /"), (false, outside, "ann", 200, "403"),
      (false, inside, "wrong", 200, "401"), (false, inside, "ann", 401, "401"),
      (false, inside, "ann", 403, "403"), (false, inside, "ann", 404, "500"),
      (false, outside, "wrong", 404, "403"), (false, inside, "wrong", 404, "401"),
      (true, inside, nil, 404, "app /"), (true, outside, "ann", 404, "app /"),
      (true, outside, "wrong", 200, "app /"), (true, outside, "wrong", 403, "401"),
      (true, outside, nil, 401, "401"),
      // What is neither consent nor refusal ends the phase.
      (true, outside, "wrong", 404, "500"),
    ] as [(Bool, AddressRule, String?, Int, String)])
  func satisfy(
    _ any: Bool, _ addresses: AddressRule, _ login: String?, _ service: Int, _ line: String
  ) {
    let access = Access(
      satisfiesAny: any, addresses: addresses, credentials: Self.credentials(),
      external: ExternalAuthentication(url: Self.url))
    let answer = Sites.answer([.access(access)], to: Self.request(login, service: service))
    #expect(answer.line == line)
  }

  @Test("satisfy any passes with the first check that may hold, and says so")
  func assumed() {
    let access = Access(
      satisfiesAny: true, addresses: Self.outside, credentials: Self.credentials(),
      external: ExternalAuthentication(url: Self.url))
    let bob = Sites.answer([.access(access)], to: Self.request("bob"))
    #expect(bob.line == "app /")
    #expect(bob.conditions == ["the password of bob in Secret shop/users"])
    let service = Sites.answer([.access(access)], to: Self.request(nil))
    #expect(service.line == "app /")
    #expect(service.conditions == ["the consent of \(Self.url)"])
  }

  @Test("of two refusals the one that asks for credentials is told")
  func refusals() {
    let access = Access(
      satisfiesAny: true, addresses: Self.outside, credentials: Self.credentials())
    #expect(Sites.answer([.access(access)], to: Self.request(nil)).line == "401")
    let addresses = Access(satisfiesAny: true, addresses: Self.outside)
    #expect(Sites.answer([.access(addresses)]).line == "403")
  }
}
