import Evidence
import GatewayAPI
import Kubernetes
import Routing
import YAMLText

/// What a Gateway has to know of the proxies in front of it: `gatewayTopology` of the annotation
/// `proxy.istio.io/config`.
struct Topology {
  private let reading: RequestReading
  /// What the annotation says, whoever wrote it.
  private let said: MeshConfig.Topology
  /// The annotations of the infrastructure behind each Gateway.
  let annotations: [Annotation]

  /// An annotation that the user wrote stays as it is.
  init(_ reading: RequestReading, _ options: WriteOptions) {
    self.reading = reading
    let name = MeshConfig.Topology.annotation
    if let own = options.gatewayAnnotations.last(where: { $0.key == name }) {
      said = (try? MeshConfig.Topology(proxyConfig: own.value)) ?? MeshConfig.Topology()
      annotations = options.gatewayAnnotations
    } else {
      said = MeshConfig.Topology(
        trustedProxies: options.trustedProxies,
        expectsProxyProtocol: reading.expectsProxyProtocol ? true : nil)
      annotations =
        options.gatewayAnnotations
        + (said.proxyConfig.map { [Annotation(key: name, value: $0)] } ?? [])
    }
  }

  /// Notes what becomes of the settings about it.
  func note(in ledger: inout Ledger) {
    switch (reading.expectsProxyProtocol, said.expectsProxyProtocol ?? false) {
    case (true, false):
      ledger.lose(
        .proxyProtocol, of: nil,
        because: "The annotation \(MeshConfig.Topology.annotation) that is given does not say it.")
    case (true, true), (false, _): ledger.say(.proxyProtocol, of: nil)
    }
    if reading.expectsProxyProtocol {
      ledger.lose(
        .clientAddress, of: nil,
        because: "The gateway believes the PROXY protocol, whoever speaks it.")
    } else if let forwarding = reading.forwarding, !counts(forwarding) {
      ledger.lose(
        .clientAddress, of: nil,
        because: isCounted
          ? "The gateway looks at X-Forwarded-For alone."
          : "Nothing says how many proxies stand in front.")
    } else {
      ledger.say(.clientAddress, of: nil)
    }
  }

  /// What a person has to see to.
  var steps: [RolloutStep] {
    var steps: [RolloutStep] = []
    if said.expectsProxyProtocol == true {
      steps.append(
        RolloutStep(
          .prepare, title: "Have the load balancer of the Gateway speak the PROXY protocol.",
          reason: "The Gateway expects it of every connection, as ingress-nginx does "
            + "(use-proxy-protocol), and closes those that begin otherwise."))
    }
    if let forwarding = reading.forwarding, !forwarding.addressHeader.isEmpty, !isCounted {
      steps.append(
        RolloutStep(
          .prepare, title: "Tell the Gateway how many proxies stand in front of it.",
          reason: "ingress-nginx believes \(forwarding.words). The Gateway counts proxies: set "
            + "gateway.trusted-proxies in gatewright.yaml, which writes "
            + "gatewayTopology.numTrustedProxies into the annotation "
            + "\(MeshConfig.Topology.annotation) of spec.infrastructure. Count every load balancer "
            + "and CDN that adds to X-Forwarded-For."))
    }
    return steps
  }

  /// What is to be said where policies look at clients' addresses.
  var findings: [Finding] {
    guard let forwarding = reading.forwarding, !forwarding.addressHeader.isEmpty else { return [] }
    guard counts(forwarding), let proxies = said.trustedProxies else {
      return [Finding(.clientAddressBelieved, message: forwarding.words)]
    }
    let count = proxies == 1 ? "1 proxy" : "\(proxies) proxies"
    return [Finding(.clientAddressByHops, message: "\(count); \(forwarding.words)")]
  }

  /// Whether the Gateway finds the client in the header that ingress-nginx believes.
  private func counts(_ forwarding: Forwarding) -> Bool {
    isCounted && forwarding.addressHeader == "x-forwarded-for"
  }

  /// Whether somebody said how many proxies there are.
  private var isCounted: Bool { said.trustedProxies ?? 0 > 0 }
}

extension Forwarding {
  fileprivate var words: String {
    "\(addressHeader) from \(trusted.joined(separator: ", "))"
  }
}

extension Rule {
  static let clientAddressBelieved = Rule(
    "client-address-believed", .error, .changed,
    title: "The client's address comes from a header today",
    before: "ingress-nginx takes the client's address from a header that proxies in front write.",
    after: "They compare the address of the connection with the lists, which is a proxy's.",
    remedy:
      "Set gateway.trusted-proxies in gatewright.yaml, or --trusted-proxies, to the number of "
      + "proxies in front of the gateway.")
  static let clientAddressByHops = Rule(
    "client-address-by-hops", .warning, .changed,
    title: "The client's address is counted from the end of X-Forwarded-For",
    before: "ingress-nginx takes the last address of the header that no trusted proxy has.",
    after:
      "They take the address that stands as many places before the end as there are proxies in "
      + "front, whoever sent it.",
    remedy: "Check that every way to the gateway leads through just so many proxies.")
}
