import Kubernetes
import Testing

@testable import IngressNGINX

@Suite("client certificates")
struct ClientCertificatesTests {
  private static let ca = ClientCertificates.Setting(
    secret: ObjectName("shop", "ca"), hasAuthority: true)

  @Test(
    "are asked for in the way that is written, or by default",
    arguments: [
      ([:], ca, []),
      (
        ["auth-tls-verify-client": "optional_no_ca"],
        with(\.verification, .optionalNoCA), []
      ),
      (["auth-tls-verify-client": " off "], with(\.verification, .off), []),
      (["auth-tls-verify-client": "true"], ca, ["auth-tls-verify-client"]),
      (["auth-tls-verify-depth": "3"], with(\.depth, 3), []),
      (["auth-tls-verify-depth": "0"], ca, []),
      (["auth-tls-verify-depth": "deep"], ca, ["auth-tls-verify-depth"]),
      (
        ["auth-tls-error-page": "https://in.example/no"],
        with(\.errorPage, "https://in.example/no"), []
      ),
      (["auth-tls-error-page": "@no-cert"], with(\.errorPage, "@no-cert"), []),
      (["auth-tls-error-page": ""], ca, ["auth-tls-error-page"]),
      (
        ["auth-tls-pass-certificate-to-upstream": "true"], with(\.passesCertificate, true), []
      ),
      (["auth-tls-match-cn": "CN=(a|b)"], with(\.matchCN, "CN=(a|b)"), []),
    ] as [([String: String], ClientCertificates.Setting, [String])])
  func values(
    _ annotations: [String: String], _ setting: ClientCertificates.Setting, _ doubts: [String]
  ) {
    let secret = ["auth-tls-secret": "shop/ca"]
    let reading = familyReading(annotations.merging(secret) { $1 }, .shop)
    #expect(reading.settings.clientCertificates == setting)
    #expect(reading.doubted == doubts)
    #expect(reading.verdict == (doubts.isEmpty ? .accepted : .doubted))
  }

  @Test(
    "cost the Ingress where a value is not admitted",
    arguments: [
      ["auth-tls-secret": "shop/c$a"], ["auth-tls-secret": "shop/ca\n"],
      ["auth-tls-secret": "shop/ca", "auth-tls-error-page": "https://in.example/no?a=b"],
      ["auth-tls-secret": "shop/ca", "auth-tls-pass-certificate-to-upstream": "yes"],
      ["auth-tls-secret": "shop/ca", "auth-tls-match-cn": "client"],
      ["auth-tls-secret": "shop/ca", "auth-tls-match-cn": "CN=(a"],
      ["auth-tls-secret": "shop/ca", "auth-tls-match-cn": "CN=(?!a)"],
    ])
  func drops(_ annotations: [String: String]) {
    #expect(familyReading(annotations, .shop).verdict == .dropped)
  }

  @Test(
    "close the whole host where the Secret cannot be used, which outlives the denial",
    arguments: [
      ("ca", "it is not namespace/name"), ("a/b/c", "it is not namespace/name"),
      ("/ca", "it is not namespace/name"),
      ("other/users", "it names a Secret of another namespace"),
      ("shop/gone", "the Secret shop/gone does not exist"),
      ("shop/users", "the Secret shop/users has neither ca.crt nor tls.crt and tls.key"),
    ])
  func faults(_ secret: String, _ fault: String) {
    // The other keys are not looked at then.
    let reading = familyReading(
      ["auth-tls-secret": secret, "auth-tls-match-cn": "client"], .shop)
    #expect(reading.settings.clientCertificates == ClientCertificates.Setting(fault: fault))
    #expect(reading.settings.denial == "auth-tls-secret: \(fault)")
    #expect(reading.verdict == .denied)
  }

  @Test("are not asked for without a Secret, or without an authority in it")
  func open() {
    let alone = familyReading(
      ["auth-tls-verify-client": "on", "auth-tls-match-cn": "x", "auth-tls-verify-depth": "2"])
    #expect(alone.settings.clientCertificates == ClientCertificates.Setting())
    #expect(
      alone.doubted == ["auth-tls-match-cn!", "auth-tls-verify-client!", "auth-tls-verify-depth"])
    let pair = familyReading(["auth-tls-secret": "shop/pair"], .shop)
    #expect(!pair.settings.clientCertificates.hasAuthority)
    #expect(pair.doubted == ["auth-tls-secret!"])
    #expect(pair.verdict == .doubted)
  }

  @Test("are taken to have an authority where no Secrets are known")
  func unknown() {
    let reading = familyReading(["auth-tls-secret": "shop/ca"])
    #expect(reading.settings.clientCertificates == Self.ca)
  }

  private static func with<Value>(
    _ field: WritableKeyPath<ClientCertificates.Setting, Value>, _ value: Value
  ) -> ClientCertificates.Setting {
    var setting = ca
    setting[keyPath: field] = value
    return setting
  }
}
