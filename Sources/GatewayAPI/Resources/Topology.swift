extension MeshConfig {
  /// `gatewayTopology` of Istio's ProxyConfig: what stands in front of gateways.
  package struct Topology: Hashable, Sendable {
    /// The annotation of a gateway that says it for that gateway alone.
    package static let annotation = "proxy.istio.io/config"

    /// `numTrustedProxies`; nil where nothing is said.
    package var trustedProxies: Int?
    /// Whether there is a `proxyProtocol`; nil where nothing is said.
    package var expectsProxyProtocol: Bool?

    package init(trustedProxies: Int? = nil, expectsProxyProtocol: Bool? = nil) {
      self.trustedProxies = trustedProxies
      self.expectsProxyProtocol = expectsProxyProtocol
    }
  }
}

extension MeshConfig.Topology {
  /// Reads the text of the annotation.
  package init(proxyConfig text: String) throws(Refusal) {
    try self.init(Field(MeshConfig.tree(text, Self.annotation), path: Self.annotation))
  }

  /// Reads a ProxyConfig.
  init(_ config: Field) throws(Refusal) {
    let topology = config["gatewayTopology"]
    self.init(
      trustedProxies: try topology["numTrustedProxies"].integer(),
      expectsProxyProtocol: topology["proxyProtocol"].isWritten ? true : nil)
  }

  /// What holds where another says more.
  package func with(_ other: MeshConfig.Topology) -> MeshConfig.Topology {
    MeshConfig.Topology(
      trustedProxies: other.trustedProxies ?? trustedProxies,
      expectsProxyProtocol: other.expectsProxyProtocol ?? expectsProxyProtocol)
  }

  /// The text of the annotation, as Istio's documents write it; nil where nothing is said.
  package var proxyConfig: String? {
    let parts = [
      trustedProxies.map { "\"numTrustedProxies\": \($0)" },
      expectsProxyProtocol == true ? "\"proxyProtocol\": {}" : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : "{\"gatewayTopology\": {\(parts.joined(separator: ", "))}}"
  }
}
