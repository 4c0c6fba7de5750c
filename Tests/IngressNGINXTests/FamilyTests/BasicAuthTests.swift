import Kubernetes
import Testing

@testable import IngressNGINX

@Suite("basic authentication")
struct BasicAuthTests {
  private static let users = BasicAuth.Setting(isOn: true, secret: ObjectName("shop", "users"))

  @Test(
    "asks for a password where type and Secret can be used",
    arguments: [
      (["auth-type": "basic", "auth-secret": "users"], users),
      (["auth-type": " basic", "auth-secret": "shop/users"], users),
      (
        ["auth-type": "digest", "auth-secret": "users", "auth-realm": "Members only"],
        BasicAuth.Setting(
          isOn: true, isDigest: true, secret: ObjectName("shop", "users"), realm: "Members only")
      ),
      // Anything that is not exactly basic is digest.
      (
        ["auth-type": "basics", "auth-secret": "users"],
        BasicAuth.Setting(isOn: true, isDigest: true, secret: ObjectName("shop", "users"))
      ),
      (
        ["auth-type": "basic", "auth-secret": "map", "auth-secret-type": "auth-map"],
        BasicAuth.Setting(isOn: true, secret: ObjectName("shop", "map"), usesMap: true)
      ),
      (["auth-type": "basic", "auth-secret": "users", "auth-secret-type": ""], users),
    ])
  func asking(_ annotations: [String: String], _ setting: BasicAuth.Setting) {
    let reading = familyReading(annotations, .shop)
    #expect(reading.settings.basicAuth == setting)
  }

  @Test(
    "asks nobody without a type, and says so",
    arguments: [
      (["auth-secret": "users"], ["auth-secret!"]),
      (["auth-secret": "gone", "auth-realm": "a\"b"], ["auth-realm", "auth-secret!"]),
      (["auth-type": "", "auth-secret": "users"], ["auth-secret!", "auth-type!"]),
      (["auth-secret-type": "auth-file"], []),
    ])
  func open(_ annotations: [String: String], _ doubts: [String]) {
    let reading = familyReading(annotations, .shop)
    #expect(!reading.settings.basicAuth.isOn)
    #expect(reading.doubted == doubts)
    #expect(reading.verdict == (doubts.isEmpty ? .accepted : .doubted))
  }

  @Test(
    "costs the paths or the Ingress where a value cannot be used",
    arguments: [
      (["auth-type": "Basic", "auth-secret": "users"], Verdict.dropped),
      (["auth-type": "basic\n", "auth-secret": "users"], .dropped),
      (["auth-type": "ba sic", "auth-secret": "users"], .denied),
      (["auth-type": "basic"], .denied),
      (["auth-type": "basic", "auth-secret": ""], .denied),
      (["auth-type": "basic", "auth-secret": "gone"], .denied),
      (["auth-type": "basic", "auth-secret": "other/users"], .denied),
      (["auth-type": "basic", "auth-secret": "a/b/c"], .denied),
      (["auth-type": "basic", "auth-secret": "us$ers"], .denied),
      (["auth-type": "basic", "auth-secret": "map"], .denied),
      (["auth-type": "basic", "auth-secret": "users", "auth-secret-type": "file"], .dropped),
      (["auth-type": "basic", "auth-secret": "users", "auth-secret-type": "my-auth-map"], .denied),
      (["auth-type": "basic", "auth-secret": "users", "auth-realm": "\"Members\""], .dropped),
      // The Secret is looked for before the realm is read.
      (["auth-type": "basic", "auth-secret": "gone", "auth-realm": "\"Members\""], .denied),
    ])
  func refusals(_ annotations: [String: String], _ verdict: Verdict) {
    let reading = familyReading(annotations, .shop)
    #expect(reading.verdict == verdict)
    #expect(!reading.settings.basicAuth.isOn)
  }

  @Test("takes Secrets to be good where none are known, but for names that none can have")
  func unknown() {
    let good = familyReading(["auth-type": "basic", "auth-secret": "users"])
    #expect(good.settings.basicAuth == Self.users)
    let bad = familyReading(["auth-type": "basic", "auth-secret": "My Users"])
    #expect(bad.verdict == .denied)
  }
}
