import Kubernetes
import Routing
import Testing

@testable import IngressNGINX

@Suite("external authentication")
struct ExternalAuthTests {
  private typealias Setting = ExternalAuth.Setting
  private static let plain = Setting(url: "http://auth.ops.svc/check", host: "auth.ops.svc")

  @Test(
    "reads each value, and its default where it cannot be used",
    arguments: [
      ([:], plain, []),
      (["auth-method": "POST"], with(\.method, "POST"), []),
      (["auth-signin": "https://in.example/?a=b"], with(\.signin, "https://in.example/?a=b"), []),
      (["auth-signin": "https://in.example/#top"], plain, ["auth-signin"]),
      (["auth-signin-redirect-param": "to"], with(\.signinRedirectParameter, "to"), []),
      (["auth-signin-redirect-param": "t%o"], plain, ["auth-signin-redirect-param"]),
      (["auth-response-headers": "X-A, ,X_B,"], with(\.responseHeaders, ["X-A", "X_B"]), []),
      (
        ["auth-proxy-set-headers": "shop/headers"],
        with(\.proxySetHeaders, [Header("X-Cost", "$5"), Header("X-Team", "blue")]), []
      ),
      (["auth-proxy-set-headers": "shop/he$ders"], plain, ["auth-proxy-set-headers"]),
      (["auth-request-redirect": "/back"], with(\.requestRedirect, "/back"), []),
      (["auth-request-redirect": ""], plain, ["auth-request-redirect"]),
      (["auth-cache-key": "$cookie_a$remote_user"], with(\.cacheKey, "$cookie_a$remote_user"), []),
      (["auth-cache-key": "a+b"], plain, ["auth-cache-key"]),
      (
        ["auth-cache-duration": "200 202 5m, 401 1m 30s,"],
        with(\.cacheDurations, ["200 202 5m", "401 1m 30s"]), []
      ),
      // Words that are neither status nor time are not looked at.
      (["auth-cache-duration": "200 x 5m"], with(\.cacheDurations, ["200 x 5m"]), []),
      (["auth-keepalive": "10"], with(\.keepalive, 10), []),
      (["auth-keepalive": "-1"], plain, ["auth-keepalive"]),
      (["auth-keepalive": "ten"], plain, ["auth-keepalive"]),
      (
        ["auth-keepalive": "10", "auth-keepalive-requests": "0"],
        with(\.keepaliveRequests, 0), ["auth-keepalive"]
      ),
      (["auth-keepalive-timeout": "5"], with(\.keepaliveTimeout, 5), []),
      (["auth-keepalive-share-vars": "true"], with(\.sharesVariables, true), []),
      (["auth-always-set-cookie": "true"], with(\.alwaysSetsCookie, true), []),
    ])
  func values(_ annotations: [String: String], _ setting: ExternalAuth.Setting, _ doubts: [String])
  {
    let url = ["auth-url": Self.plain.url]
    let reading = familyReading(annotations.merging(url) { $1 }, .shop)
    #expect(reading.settings.externalAuth == setting)
    #expect(reading.doubted == doubts)
    #expect(reading.verdict == (doubts.isEmpty ? .accepted : .doubted))
  }

  @Test(
    "finds the host in the address as Go does",
    arguments: [
      ("http://auth.ops.svc:8080/x", "auth.ops.svc", Verdict.accepted),
      ("https://$host/verify", "$host", .accepted),
      ("http://[::1]:80/x", "[::1]", .dropped),
      ("HTTP://auth", "auth", .accepted),
      ("http://auth/a b", "auth", .accepted),
      ("/verify", "", .denied), ("auth.ops.svc/verify", "", .denied),
      ("//auth/verify", "", .denied), ("auth:80/verify", "", .denied),
      ("http:///verify", "", .denied), ("http://:", "", .accepted),
      ("http://a..b/verify", "", .denied), ("http://a b/verify", "", .denied),
      ("http://$host:$port/verify", "", .denied),
      ("http://auth/%61", "", .dropped), ("http://auth/#x", "", .dropped),
      ("http://${host}/", "", .dropped),
    ])
  func hosts(_ url: String, _ host: String, _ verdict: Verdict) {
    let reading = familyReading(["auth-url": url])
    #expect(reading.verdict == verdict)
    if verdict == .accepted { #expect(reading.settings.externalAuth.host == host) }
  }

  @Test(
    "costs the paths where a value cannot be used",
    arguments: [
      ["auth-method": "get"], ["auth-method": "GETS"], ["auth-response-headers": "X-A;X-B"],
      ["auth-response-headers": "X A"], ["auth-cache-duration": "200"],
      ["auth-cache-duration": "5m 200"], ["auth-cache-duration": "200 5m, 401"],
      ["auth-proxy-set-headers": "headers"], ["auth-proxy-set-headers": "shop/gone"],
      ["auth-proxy-set-headers": "other/headers"], ["auth-proxy-set-headers": "shop/names"],
    ])
  func denials(_ annotations: [String: String]) {
    let url = ["auth-url": Self.plain.url]
    #expect(familyReading(annotations.merging(url) { $1 }, .shop).verdict == .denied)
  }

  @Test(
    "is switched off by three values, and that lets requests through",
    arguments: [
      ["auth-cache-duration": "200;5m"], ["auth-request-redirect": "/a#b"],
      ["auth-always-set-cookie": "yes"],
    ])
  func open(_ annotations: [String: String]) {
    let url = ["auth-url": Self.plain.url]
    let reading = familyReading(annotations.merging(url) { $1 })
    #expect(reading.settings.externalAuth == ExternalAuth.Setting())
    #expect(reading.doubted == annotations.keys.map { $0 + "!" })
    #expect(reading.verdict == .doubted)
  }

  @Test("asks nobody without an address, and says what does nothing then")
  func missing() {
    let reading = familyReading([
      "auth-url": "", "auth-signin": "https://in.example", "auth-method": "get",
      "auth-keepalive": "0",
    ])
    #expect(reading.settings.externalAuth.url.isEmpty)
    #expect(reading.doubted == ["auth-method", "auth-signin!", "auth-url!"])
    #expect(reading.verdict == .doubted)
  }

  @Test("keeps no connections to an address with variables in its host")
  func variables() {
    let reading = familyReading(["auth-url": "http://$host/", "auth-keepalive": "9"])
    #expect(reading.settings.externalAuth.keepalive == 0)
    #expect(reading.doubted == ["auth-keepalive"])
  }

  private static func with<Value>(
    _ field: WritableKeyPath<ExternalAuth.Setting, Value>, _ value: Value
  ) -> ExternalAuth.Setting {
    var setting = plain
    setting[keyPath: field] = value
    return setting
  }
}
