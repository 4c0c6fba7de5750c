import Kubernetes
import Testing

@testable import IngressNGINX

@Suite("TLS to backends")
struct BackendTLSTests {
  private static let both = BackendTLS.Setting(
    secret: ObjectName("shop", "both"), hasAuthority: true, hasCertificate: true)

  @Test(
    "is as written beside a Secret",
    arguments: [
      ([:], both, []),
      (["proxy-ssl-verify": "on"], with(\.verifies, true), []),
      (["proxy-ssl-verify": "true"], both, ["proxy-ssl-verify"]),
      (["proxy-ssl-verify-depth": "2"], with(\.depth, 2), []),
      (["proxy-ssl-verify-depth": "0"], both, []),
      (["proxy-ssl-name": " api.internal\n"], with(\.name, "api.internal"), []),
      (["proxy-ssl-name": "a,b"], both, ["proxy-ssl-name"]),
      (["proxy-ssl-server-name": "on"], with(\.sendsServerName, true), []),
      (["proxy-ssl-protocols": "TLSv1.3 TLSv1.2"], with(\.protocols, ["TLSv1.2", "TLSv1.3"]), []),
      (["proxy-ssl-protocols": "TLSv1.1"], both, ["proxy-ssl-protocols"]),
      (["proxy-ssl-ciphers": "HIGH:!aNULL"], with(\.ciphers, "HIGH:!aNULL"), []),
      (["proxy-ssl-ciphers": "HIGH;"], both, ["proxy-ssl-ciphers"]),
    ])
  func values(_ annotations: [String: String], _ setting: BackendTLS.Setting, _ doubts: [String]) {
    let secret = ["proxy-ssl-secret": "shop/both"]
    let reading = familyReading(annotations.merging(secret) { $1 }, .shop)
    #expect(reading.settings.backendTLS == setting)
    #expect(reading.doubted == doubts)
    #expect(reading.verdict == (doubts.isEmpty ? .accepted : .doubted))
  }

  @Test(
    "costs the paths or the Ingress where the Secret cannot be used",
    arguments: [
      ("both", Verdict.denied), ("other/users", .denied), ("shop/gone", .denied),
      ("shop/users", .denied), ("/both", .denied), ("shop/b$th", .dropped), ("", .doubted),
    ])
  func refusals(_ secret: String, _ verdict: Verdict) {
    let reading = familyReading(["proxy-ssl-secret": secret], .shop)
    #expect(reading.verdict == verdict)
    #expect(reading.settings.backendTLS == BackendTLS.Setting())
  }

  @Test("ignores everything without a Secret, whatever it says")
  func alone() {
    let reading = familyReading([
      "proxy-ssl-verify": "on", "proxy-ssl-name": "a,b", "proxy-ssl-verify-depth": "1",
      "proxy-ssl-server-name": "off",
    ])
    #expect(reading.settings.backendTLS == BackendTLS.Setting())
    #expect(reading.doubted == ["proxy-ssl-name", "proxy-ssl-verify!"])
  }

  private static func with<Value>(
    _ field: WritableKeyPath<BackendTLS.Setting, Value>, _ value: Value
  ) -> BackendTLS.Setting {
    var setting = both
    setting[keyPath: field] = value
    return setting
  }
}
