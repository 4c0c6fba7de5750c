import Evidence
import Kubernetes
import Testing

@testable import IngressNGINX

@Suite("settings of the controller")
struct ControllerSettingsTests {
  private static func read(_ data: [String: String]) -> ControllerSettings {
    ControllerSettings(
      ConfigMap(metadata: Metadata(name: "c", namespace: "n"), data: entries(data)))
  }

  @Test(
    "are read as mapstructure and ReadConfig do",
    arguments: [
      ("ssl-redirect", "false", "false", true), ("ssl-redirect", "F", "false", true),
      ("ssl-redirect", "", "false", true), ("ssl-redirect", "no", "true", false),
      ("ssl-redirect", "off", "true", false), ("ssl-redirect", " false", "true", false),
      ("proxy-read-timeout", "30", "30", true), ("proxy-read-timeout", "60s", "60", false),
      ("proxy-read-timeout", "0x10", "16", true), ("proxy-read-timeout", "010", "8", true),
      ("proxy-read-timeout", "1_000", "1000", true), ("proxy-read-timeout", "", "0", true),
      ("proxy-read-timeout", "-1", "-1", true), ("proxy-read-timeout", "1__0", "60", false),
      ("proxy-read-timeout", "08", "60", false), ("proxy-read-timeout", "+5", "5", true),
      ("proxy-read-timeout", "-+5", "60", false), ("proxy-read-timeout", "0x_1", "1", true),
      ("http-redirect-code", "301", "301", true), ("http-redirect-code", "300", "308", false),
      ("http-redirect-code", "0x12d", "308", false),
      ("proxy-body-size", "8m", "8m", true), ("proxy-body-size", "0", "0", true),
      ("proxy-body-size", "8b", "1m", false), ("proxy-body-size", "8 m", "1m", false),
      ("proxy-body-size", "", "1m", false),
      ("custom-http-errors", "404, 503", "404,503", true),
      ("custom-http-errors", "404,200,x", "404", false),
      ("hide-headers", "X-A, X-B", "X-A,X-B", true), ("hide-headers", ",,X-A", "X-A", true),
      ("whitelist-source-range", "10.0.0.0/8, 2001:db8::/32", "10.0.0.0/8,2001:db8::/32", true),
      ("whitelist-source-range", "10.0.0.0/8,office", "10.0.0.0/8", false),
      ("proxy-real-ip-cidr", "10.0.0.0/8", "10.0.0.0/8", true),
      ("hsts-max-age", "ten", "ten", true), ("load-balance", "ewma", "ewma", true),
      ("load-balance", "least_conn", "round_robin", false),
      ("global-auth-url", "https://auth.example/check", "https://auth.example/check", true),
      ("global-auth-url", "auth.example/check", "", false), ("global-auth-url", "", "", true),
      ("global-auth-url", "http://a..b/", "", false), ("global-auth-url", "http:///x", "", false),
      ("global-auth-method", "GET", "GET", true), ("global-auth-method", "get", "", false),
      ("global-auth-response-headers", "X-User, X Y", "X-User", false),
      ("global-allowed-response-headers", "X-User,X-Group", "X-User,X-Group", true),
      ("global-auth-cache-duration", "200 202 10m, 401 1m", "200 202 10m, 401 1m", true),
      ("global-auth-cache-duration", "10m 200", "", false),
      ("global-auth-cache-duration", "200", "", false),
      ("proxy-protocol-header-timeout", "1m30s", "1m30s", true),
      ("proxy-protocol-header-timeout", "5", "5s", false),
      ("otel-sampler-ratio", "0.5", "0.5", true), ("otel-sampler-ratio", "half", "0.01", false),
    ])
  func value(_ key: String, _ written: String, _ inForce: String, _ isGood: Bool) {
    let settings = Self.read([key: written])
    #expect(settings.value(of: key)?.text == inForce)
    #expect(settings.value(of: key)?.isWritten == true)
    let faults = settings.doubts.filter { $0.reason != .notCarriedOver }
    #expect(faults.isEmpty == isGood)
  }

  @Test("have every key with a default of its kind")
  func defaults() {
    #expect(ConfigMapKey.byName.count == ConfigMapKey.all.count)
    let settings = ControllerSettings()
    for key in ConfigMapKey.all {
      let value = settings.value(of: key.name)
      #expect(value?.isWritten == false && value?.place == nil)
      #expect(value?.text == key.fallback, "\(key.name)")
    }
    #expect(settings.value(of: "proxy-body-sise") == nil)
  }

  @Test("say nothing of defaults that are written out")
  func writtenDefaults() {
    let all = ConfigMapKey.all.filter { !$0.fallback.isEmpty }.map { ($0.name, $0.fallback) }
    #expect(Self.read(Dictionary(uniqueKeysWithValues: all)).doubts.map(\.entry.key) == [])
  }

  @Test("name the place of what is used")
  func places() {
    let good = Annotation(key: "keep-alive", value: "5", place: Place(file: "c.yaml", line: 7))
    let bad = Annotation(key: "use-http2", value: "yes", place: Place(file: "c.yaml", line: 8))
    let settings = ControllerSettings(
      ConfigMap(metadata: Metadata(name: "c", namespace: "n"), data: [good, bad]))
    #expect(settings.value(of: "keep-alive")?.place?.line == 7)
    #expect(settings.value(of: "use-http2")?.isWritten == true)
    #expect(settings.value(of: "use-http2")?.place == nil)
  }

  @Test("find decoded keys whatever their capitals, unless one is written exactly")
  func capitals() {
    #expect(Self.read(["Keep-Alive": "5"]).keepAlive == 5)
    #expect(Self.read(["Keep-Alive": "5", "keep-alive": "6"]).keepAlive == 6)
    let list = Self.read(["Hide-Headers": "X-A"])
    #expect(list.hidesHeaders == [])
    #expect(list.doubts.map(\.reason) == [.unknown])
  }

  @Test(
    "change their defaults with versions",
    arguments: [
      ("1.8.4", "Critical", "true", "true", "false"),
      ("1.11.3", "Critical", "false", "true", "false"),
      ("1.12.0", "High", "false", "false", "true"), ("1.15.1", "High", "false", "false", "true"),
    ])
  func versions(
    _ version: String, _ risk: String, _ snippets: String, _ across: String, _ strict: String
  )
    throws
  {
    let settings = ControllerSettings(nil, version: try #require(ControllerVersion(version)))
    let keys = [
      "annotations-risk-level", "allow-snippet-annotations", "allow-cross-namespace-resources",
      "strict-validate-path-type",
    ]
    #expect(keys.map { settings.value(of: $0)?.text } == [risk, snippets, across, strict])
  }
}
