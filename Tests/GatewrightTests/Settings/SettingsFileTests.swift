import Evidence
import Gatewright
import Testing

@Suite("settings file")
struct SettingsFileTests {
  private func options(_ text: String) throws -> MigrationOptions {
    try SettingsFile(Input(name: "gatewright.yaml", text: text)).options
  }

  private func faults(_ text: String) -> [String] {
    do throws(SettingsFaults) {
      _ = try SettingsFile(Input(name: "s.yaml", text: text))
      return []
    } catch {
      return error.lines
    }
  }

  @Test(
    "says nothing where it is empty", arguments: ["", "# nothing\n", "gateway:\n", "accept:\n"])
  func empty(_ text: String) throws {
    #expect(try options(text) == MigrationOptions())
  }

  @Test("says what the options say")
  func options() throws {
    let options = try options(
      """
      gateway:
        name: public
        namespace: edge
        class: mesh
        per-namespace: true
        of-namespaces: {shop: edge/shop}
        annotations: {a.example/type: nlb}
        trusted-proxies: 2
      canary-scope: path
      provenance: false
      path-normalization: merge-slashes
      empty-services: [shop/idle]
      verification: {enabled: false, budget: 7}
      controller: {version: 1.11.3, http-port: 8080, enable-ssl-passthrough: true}
      """)
    var expected = MigrationOptions()
    expected.gateway.name = "public"
    expected.gateway.namespace = "edge"
    expected.gateway.className = "mesh"
    expected.gateway.isPerNamespace = true
    expected.gateway.ofNamespaces = ["shop": QualifiedName("edge", "shop")]
    expected.gateway.annotations = [GatewayAnnotation(key: "a.example/type", value: "nlb")]
    expected.gateway.trustedProxies = 2
    expected.canaryScope = .path
    expected.writesProvenance = false
    expected.pathNormalization = .mergeSlashes
    expected.emptyServices = [QualifiedName("shop", "idle")]
    expected.verification.isOn = false
    expected.verification.stateBudget = 7
    expected.controller.version = ControllerVersion("1.11.3")
    expected.controller.httpPort = 8080
    expected.controller.enablesSSLPassthrough = true
    #expect(options == expected)
  }

  @Test("takes the example and the default of every key", arguments: SettingsKey.all.map(\.path))
  func keys(_ path: String) throws {
    let key = try #require(SettingsKey.all.first { $0.path == path })
    let parts = path.split(separator: ".").map(String.init)
    let start = parts.count == 2 ? "\(parts[0]):\n  \(parts[1]):" : "\(parts[0]):"
    let lines = key.example.split(separator: "\n")
    let example =
      lines.count == 1 ? " \(key.example)\n" : "\n" + lines.map { "    \($0)\n" }.joined()
    #expect(try options(start + example) != MigrationOptions() || key.example == key.fallback)
    if let fallback = key.fallback {
      #expect(try options("\(start) \(fallback)\n") == MigrationOptions())
    } else {
      #expect(!key.otherwise.isEmpty)
    }
  }

  @Test(
    "tells what is wrong with place and hint",
    arguments: [
      ("gatway: {}", "s.yaml:1:1: there is no key 'gatway'; did you mean 'gateway'?"),
      (
        "gateway: {nam: x}", "s.yaml:1:11: there is no key 'gateway.nam'; 'gateway' has annotations"
      ),
      ("name: x", "s.yaml:1:1: there is no key 'name'; did you mean 'gateway.name'?"),
      ("gateway: {name: A_b}", "s.yaml:1:17: 'gateway.name' takes a Kubernetes name"),
      ("gateway: 3", "s.yaml:1:10: 'gateway' holds keys with values"),
      ("provenance: maybe", "s.yaml:1:13: 'provenance' takes true or false"),
      ("canary-scope: paht", "s.yaml:1:15: 'canary-scope' takes upstream or path, not 'paht'"),
      ("controller: {http-port: 0}", "s.yaml:1:25: 'controller.http-port' takes a whole number"),
      ("accept: {}", "s.yaml:1:9: 'accept' takes a list"),
      ("accept: [{code: x}]", "s.yaml:1:10: 'accept[0]' lacks 'reason'"),
      (
        "accept: [{code: body-limit-lst, reason: r}]",
        "s.yaml:1:17: 'accept[0].code' takes the code of a finding, not 'body-limit-lst'; did you "
          + "mean 'body-limit-lost'?"
      ),
      (
        "accept: [{code: body-limit-lost, reason: r, until: 2027-02-29}]",
        "s.yaml:1:52: 'accept[0].until' takes a day such as 2027-01-31, not '2027-02-29'"
      ),
      ("- a", "s.yaml:1:1: a settings file holds keys with values"),
      ("a: [", "s.yaml:"),
      ("provenance: true\n---\nprovenance: true", "s.yaml:3:1: a settings file"),
      ("provenance: true\nprovenance: true", "s.yaml:2:1: The key `provenance` already stands"),
      (
        "controller: {watch-namespace: a, watch-namespace-selector: b}",
        "s.yaml:1:34: 'controller.watch-namespace' and 'controller.watch-namespace-selector'"
      ),
      (
        "destination-rules: [{trafficPolicy: {outlierDetecton: {}}}]",
        "s.yaml:1:38: there is no key 'destination-rules[0].trafficPolicy.outlierDetecton'; did you "
          + "mean 'outlierDetection'?"
      ),
      (
        "destination-rules: [{trafficPolicy: {connectionPool: {tcp: {connectTimeout: 5}}}}]",
        "'destination-rules[0].trafficPolicy.connectionPool.tcp.connectTimeout' takes a duration"
      ),
      ("destination-rules: [{services: [x]}]", "'destination-rules[0].services[0]' takes"),
    ])
  func wrong(_ text: String, _ message: String) {
    let faults = faults(text)
    #expect(faults.contains { $0.contains(message) }, "\(faults)")
  }

  @Test("tells everything that is wrong at once, in the order of the places")
  func together() {
    let faults = faults("provenance: 1\ngatway: {}\ncanary-scope: x\n")
    #expect(faults.map { $0.prefix(8) } == ["s.yaml:1", "s.yaml:2", "s.yaml:3"])
  }

  @Test(
    "days are days of the calendar",
    arguments: [
      ("2027-01-31", true), ("2028-02-29", true), ("2100-02-29", false), ("2027-04-31", false),
      ("2027-1-31", false), ("27-01-31", false), ("2027-00-10", false), ("2027-01-31T00", false),
      ("+027-01-31", false), ("", false),
    ])
  func days(_ text: String, _ isDay: Bool) {
    #expect(Day(text)?.description == (isDay ? text : nil))
  }
}
