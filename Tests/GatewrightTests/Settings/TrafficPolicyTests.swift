import Evidence
import Gatewright
import Testing

@Suite("traffic policies of the settings")
struct TrafficPolicyTests {
  private func migration(_ settings: String) throws -> Migration {
    var options = try SettingsFile(Input(name: "gatewright.yaml", text: settings)).options
    options.verification.isOn = false
    return migrate(Shop.input(Shop.services, Shop.stable), options: options)
  }

  private func rule(_ migration: Migration) -> String {
    migration.manifests.first { $0.reference.kind == "DestinationRule" }?.yaml ?? ""
  }

  @Test("are added to what ingress-nginx's behaviour needs")
  func added() throws {
    let migration = try migration(
      """
      destination-rules:
      - trafficPolicy:
          connectionPool:
            tcp: {maxConnections: 100}
            http: {http1MaxPendingRequests: 50, http2MaxRequests: 100, maxRequestsPerConnection: 2}
          outlierDetection:
            {consecutive5xxErrors: 5, interval: 30s, baseEjectionTime: 30s, maxEjectionPercent: 50}
      """)
    let yaml = rule(migration)
    for line in [
      "simple: ROUND_ROBIN", "maxConnections: 100", "connectTimeout: 5s",
      "http1MaxPendingRequests: 50", "maxRequestsPerConnection: 2", "consecutive5xxErrors: 5",
      "interval: 30s", "maxEjectionPercent: 50",
    ] { #expect(yaml.contains(line)) }
    #expect(!migration.report.groups.contains { $0.rule.code.hasPrefix("traffic-policy") })
  }

  @Test(
    "do not change what ingress-nginx's behaviour needs, and that is told",
    arguments: [
      ("connectionPool: {tcp: {connectTimeout: 30s}}", "connectTimeout: 5s", "30s"),
      ("loadBalancer: {simple: RANDOM}", "simple: ROUND_ROBIN", "RANDOM"),
      (
        "loadBalancer: {consistentHash: {useSourceIp: true}}", "simple: ROUND_ROBIN",
        "consistentHash"
      ),
    ])
  func kept(_ policy: String, _ kept: String, _ dropped: String) throws {
    let migration = try migration("destination-rules: [{trafficPolicy: {\(policy)}}]")
    #expect(rule(migration).contains(kept))
    #expect(!rule(migration).contains(dropped))
    #expect(migration.report.groups.contains { $0.rule.code == "traffic-policy-kept" })
  }

  @Test("of a named Service go before those of every Service; unused names are told")
  func named() throws {
    let migration = try migration(
      """
      destination-rules:
      - {services: [shop/web], trafficPolicy: {outlierDetection: {interval: 7s}}}
      - {trafficPolicy: {outlierDetection: {interval: 9s, maxEjectionPercent: 11}}}
      - {services: [shop/gone], trafficPolicy: {outlierDetection: {interval: 3s}}}
      """)
    #expect(rule(migration).contains("interval: 7s"))
    #expect(rule(migration).contains("maxEjectionPercent: 11"))
    let unused = migration.report.groups.first { $0.rule.code == "traffic-policy-unused" }
    #expect(unused?.occurrences.map(\.message) == ["Service shop/gone"])
    #expect(unused?.occurrences.first?.place?.line == 4)
  }
}

@Suite("acceptances of the settings")
struct AcceptanceExpiryTests {
  @Test(
    "count up to and with their last day",
    arguments: [("2027-01-30", true), ("2027-01-31", true), ("2027-02-01", false)])
  func expiry(_ today: String, _ counts: Bool) throws {
    let settings = """
      accept: [{code: connection-limit-lost, object: shop/web, reason: few users, until: 2027-01-31}]
      """
    var options = try SettingsFile(Input(name: "gatewright.yaml", text: settings)).options
    options.today = Day(today)
    options.verification.isOn = false
    let ingress = Shop.ingress(
      "web", host: "shop.example", service: "web", annotations: ["limit-connections": "\"3\""])
    let report = migrate(Shop.input(Shop.services, ingress), options: options).report
    let lost = report.groups.first { $0.rule.code == "connection-limit-lost" }
    #expect(lost?.severity == (counts ? .note : .error))
    let expired = report.groups.first { $0.rule.code == "acceptance-expired" }
    #expect((expired == nil) == counts)
    #expect(
      expired?.occurrences.first?.place?.description == (counts ? nil : "gatewright.yaml:1:10"))
    if counts { #expect(lost?.remedy.contains("few users") == true) }
  }
}
