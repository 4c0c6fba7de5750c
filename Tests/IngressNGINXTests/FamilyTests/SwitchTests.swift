import Testing

@testable import IngressNGINX

/// The families that only switch something.
@Suite("switches")
struct SwitchTests {
  @Test(
    "global authentication holds unless it is switched off",
    arguments: [
      ("false", false, []), ("true", true, []), ("no", true, ["enable-global-auth"]),
      ("", true, ["enable-global-auth"]),
    ])
  func globalAuth(_ value: String, _ isEnabled: Bool, _ doubts: [String]) {
    let reading = familyReading(["enable-global-auth": value])
    #expect(reading.settings.globalAuth.isEnabled == isEnabled)
    #expect(reading.doubted == doubts)
    #expect(IngressSettings().globalAuth.isEnabled)
  }

  @Test(
    "any of several checks is enough for any alone",
    arguments: [
      ("any", true, []), (" any ", true, []), ("all", false, []), ("Any", false, ["satisfy"]),
    ])
  func satisfy(_ value: String, _ isAny: Bool, _ doubts: [String]) {
    let reading = familyReading(["satisfy": value])
    #expect(reading.settings.satisfy.isAny == isAny)
    #expect(reading.doubted == doubts)
  }

  @Test(
    "ModSecurity is what the Ingress says, or the ConfigMap",
    arguments: [
      (["enable-modsecurity": "true"], ModSecurity.Setting(isEnabled: true), []),
      (["enable-modsecurity": "false"], ModSecurity.Setting(isEnabled: false), []),
      (["enable-modsecurity": "on"], ModSecurity.Setting(), ["enable-modsecurity!"]),
      (["enable-owasp-core-rules": "true"], ModSecurity.Setting(usesCoreRules: true), []),
      (
        ["modsecurity-transaction-id": "$request_id", "modsecurity-snippet": "SecRuleEngine On"],
        ModSecurity.Setting(transactionID: "$request_id", snippet: "SecRuleEngine On"), []
      ),
      (
        ["modsecurity-transaction-id": "a;b"], ModSecurity.Setting(), ["modsecurity-transaction-id"]
      ),
    ])
  func modSecurity(
    _ annotations: [String: String], _ setting: ModSecurity.Setting, _ doubts: [String]
  ) {
    let reading = familyReading(annotations)
    #expect(reading.settings.modSecurity == setting)
    #expect(reading.doubted == doubts)
  }

  @Test(
    "OpenTelemetry is told more only where it is switched on",
    arguments: [
      (["enable-opentelemetry": "true"], OpenTelemetry.Setting(isEnabled: true), Verdict.accepted),
      (
        [
          "enable-opentelemetry": "true", "opentelemetry-trust-incoming-span": "false",
          "opentelemetry-operation-name": "shop-1",
        ],
        OpenTelemetry.Setting(
          isEnabled: true, trustsIncomingSpan: false, operationName: "shop-1"), .accepted
      ),
      (
        ["enable-opentelemetry": "true", "opentelemetry-operation-name": "a;b"],
        OpenTelemetry.Setting(), .dropped
      ),
      (["opentelemetry-operation-name": "a;b"], OpenTelemetry.Setting(), .doubted),
      (
        ["enable-opentelemetry": "false", "opentelemetry-operation-name": "a;b"],
        OpenTelemetry.Setting(isEnabled: false), .accepted
      ),
    ])
  func openTelemetry(
    _ annotations: [String: String], _ setting: OpenTelemetry.Setting, _ verdict: Verdict
  ) {
    let reading = familyReading(annotations)
    #expect(reading.settings.openTelemetry == setting)
    #expect(reading.verdict == verdict)
  }

  @Test(
    "logs have their defaults where the value is no boolean",
    arguments: [
      (["enable-access-log": "false"], Logging.Setting(logsAccess: false), []),
      (["enable-access-log": "off"], Logging.Setting(), ["enable-access-log"]),
      (["enable-rewrite-log": "true"], Logging.Setting(logsRewrites: true), []),
    ])
  func logging(_ annotations: [String: String], _ setting: Logging.Setting, _ doubts: [String]) {
    let reading = familyReading(annotations)
    #expect(reading.settings.logging == setting)
    #expect(reading.doubted == doubts)
  }
}
