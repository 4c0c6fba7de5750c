import Evidence
import Gatewright
import Testing

/// What stands in front of the controller, and what the Gateway is told of it.
@Suite("proxies in front")
struct TopologyTests {
  private static func input(
    _ settings: String, annotations: [String: String] = [:]
  ) -> [Input] {
    Shop.input(
      Shop.services, Shop.ingress("web", host: "a.test", service: "web", annotations: annotations),
      """
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: ingress-nginx-controller, namespace: ingress-nginx}
      data: {\(settings)}

      """)
  }

  private static func trusting(_ proxies: Int?, _ annotation: String? = nil) -> MigrationOptions {
    var options = MigrationOptions()
    options.gateway.trustedProxies = proxies
    if let annotation {
      options.gateway.annotations = [
        GatewayAnnotation(key: "proxy.istio.io/config", value: annotation)
      ]
    }
    return options
  }

  private static func gateway(_ migration: Migration) -> String {
    migration.manifests.first { $0.reference.kind == "Gateway" }?.yaml ?? ""
  }

  private static func codes(_ migration: Migration) -> Set<String> {
    Set(migration.report.groups.map(\.rule.code))
  }

  @Test(
    "speak the PROXY protocol to the Gateway as they do to ingress-nginx",
    arguments: [
      (nil, nil, #"{"gatewayTopology": {"proxyProtocol": {}}}"#, true),
      (2, nil, #"{"gatewayTopology": {"numTrustedProxies": 2, "proxyProtocol": {}}}"#, true),
      (nil, "gatewayTopology: {proxyProtocol: {}}", "gatewayTopology: {proxyProtocol: {}}", true),
      (nil, "gatewayTopology: {}", "gatewayTopology: {}", false),
    ] as [(Int?, String?, String, Bool)])
  func proxyProtocol(_ proxies: Int?, _ own: String?, _ written: String, _ isSaid: Bool) {
    let input = Self.input("use-proxy-protocol: 'true'")
    let migration = migrate(input, options: Self.trusting(proxies, own))
    #expect(Self.gateway(migration).contains(written))
    #expect(Self.codes(migration).contains("configmap-key-not-carried-over") == !isSaid)
    #expect(
      migration.report.steps.contains { $0.title.contains("PROXY protocol") } == isSaid)
    let verification = migration.report.verification
    #expect(verification?.unexplained.isEmpty == true)
    let differences = verification?.hosts.flatMap(\.differences) ?? []
    let ofHost = differences.filter { $0.request.host == "a.test" && $0.request.scheme == .http }
    #expect(ofHost.contains { $0.aspects.contains("reached or not") } == !isSaid)
  }

  @Test("are told where nothing in front speaks the PROXY protocol")
  func unexpected() {
    let own = Self.trusting(nil, "gatewayTopology: {proxyProtocol: {}}")
    let verification = verify(Self.input("hsts: 'true'"), options: own)
    #expect(!verification.unexplained.isEmpty)
  }

  @Test("are counted where somebody says how many there are", arguments: [nil, 1])
  func counted(_ proxies: Int?) {
    let input = Self.input(
      "use-forwarded-headers: 'true', proxy-real-ip-cidr: 10.0.0.0/8",
      annotations: ["allowlist-source-range": "203.0.113.0/24"])
    let migration = migrate(input, options: Self.trusting(proxies))
    let codes = Self.codes(migration)
    #expect(codes.contains("client-address-believed") == (proxies == nil))
    #expect(codes.contains("client-address-by-hops") == (proxies != nil))
    #expect(Self.gateway(migration).contains("numTrustedProxies") == (proxies != nil))
    let asks = migration.report.steps.contains { $0.title.contains("how many proxies") }
    #expect(asks == (proxies == nil))
    #expect(migration.report.verification?.unexplained.isEmpty == true)
    let lost = migration.report.groups.filter { $0.rule.code == "configmap-key-not-carried-over" }
    let fields = lost.flatMap(\.occurrences).map(\.field)
    #expect(fields.contains("data.proxy-real-ip-cidr") == (proxies == nil))
  }

  @Test("are counted in X-Forwarded-For alone")
  func otherHeader() {
    let input = Self.input(
      "enable-real-ip: 'true', forwarded-for-header: CF-Connecting-IP",
      annotations: ["allowlist-source-range": "203.0.113.0/24"])
    let migration = migrate(input, options: Self.trusting(1))
    #expect(Self.codes(migration).contains("client-address-believed"))
  }

  @Test("say who the client is before any header does")
  func both() {
    let input = Self.input(
      "use-proxy-protocol: 'true', use-forwarded-headers: 'true'",
      annotations: ["allowlist-source-range": "203.0.113.0/24"])
    let probe = RequestProbe(
      host: "a.test", headers: [HeaderLine("X-Forwarded-For", "203.0.113.9")],
      clientAddress: "198.51.100.1")
    let traced = trace([probe], through: input).first
    for answer in [traced?.ingress, traced?.gateway] {
      guard case .answered(let status, _)? = answer?.outcome else {
        Issue.record("let in")
        continue
      }
      #expect(status == 403)
    }
    #expect(!Self.codes(migrate(input)).contains("client-address-believed"))
  }

  @Test("switch the access log off for the whole Gateway where the controller writes none")
  func silent() {
    for key in ["disable-access-log", "disable-http-access-log"] {
      let migration = migrate(Self.input("\(key): 'true'"))
      let telemetry = migration.manifests.filter { $0.reference.kind == "Telemetry" }
      #expect(telemetry.count == 1)
      #expect(telemetry.first?.yaml.contains("accessLogging:\n  - disabled: true\n") == true)
      #expect(Self.codes(migration).contains("access-log-differs"))
      #expect(!Self.codes(migration).contains("configmap-key-not-carried-over"))
    }
  }
}
