package import YAMLText

/// What a DestinationRule says of the connections to one port of its host.
package struct ConnectionSettings: Hashable, Sendable {
  /// `tls` of a traffic policy.
  package struct ClientTLS: Hashable, Sendable {
    /// The words of `mode`.
    package enum Mode: String, Hashable, Sendable, CaseIterable {
      case disable = "DISABLE"
      case simple = "SIMPLE"
      case mutual = "MUTUAL"
      case meshMutual = "ISTIO_MUTUAL"
    }

    package var mode: Mode
    package var credentialName: String?
    /// `caCertificates`: a file of the proxy.
    package var authorityFile: String?
    package var serverName: String?
    package var names: [String]
    package var skipsVerification: Bool

    package init(
      mode: Mode, credentialName: String? = nil, authorityFile: String? = nil,
      serverName: String? = nil, names: [String] = [], skipsVerification: Bool = false
    ) {
      self.mode = mode
      self.credentialName = credentialName
      self.authorityFile = authorityFile
      self.serverName = serverName
      self.names = names
      self.skipsVerification = skipsVerification
    }
  }

  package var tls: ClientTLS?
  /// Whether HTTP/2 is asked for (`h2UpgradePolicy: UPGRADE`).
  package var upgrades: Bool
  /// The client's own protocol is spoken.
  package var followsClient: Bool
}

extension DestinationRule {
  /// The settings of a port: its entry of `portLevelSettings` takes the place of the host's.
  package func settings(ofPort port: Int) throws(Refusal) -> ConnectionSettings {
    try ConnectionSettings(decoding: try policy(ofPort: port))
  }

  /// What is said of a port: its entry of `portLevelSettings` takes the place of the host's.
  package func trafficPolicy(ofPort port: Int) throws(Refusal) -> TrafficPolicy {
    try TrafficPolicy(decoding: try policy(ofPort: port))
  }

  private func policy(ofPort port: Int) throws(Refusal) -> Field {
    let policy = Field(trafficPolicy?.node, path: "spec.trafficPolicy")
    for entry in try policy["portLevelSettings"].items({ (entry) throws(Refusal) in entry })
    where try entry["port"]["number"].integer() == port {
      return entry
    }
    return policy
  }
}

extension ConnectionSettings {
  init(decoding policy: Field) throws(Refusal) {
    let http = policy["connectionPool"]["http"]
    tls = try policy["tls"].optional(ClientTLS.init(decoding:))
    upgrades = try http["h2UpgradePolicy"].text() == "UPGRADE"
    followsClient = try http["useClientProtocol"].flag() ?? false
  }
}

extension ConnectionSettings.ClientTLS {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      mode: try field["mode"].word(Mode.self) ?? .disable,
      credentialName: try field["credentialName"].text(),
      authorityFile: try field["caCertificates"].text(),
      serverName: try field["sni"].text(), names: try field["subjectAltNames"].texts(),
      skipsVerification: try field["insecureSkipVerify"].flag() ?? false)
  }
}

extension ConnectionSettings.ClientTLS {
  /// The settings as `tls` of a traffic policy.
  package var node: Node {
    var fields = Fields()
    fields.put("mode", mode.rawValue)
    fields.put("credentialName", credentialName)
    fields.put("caCertificates", authorityFile)
    fields.put("sni", serverName)
    fields.put("subjectAltNames", names)
    fields.put("insecureSkipVerify", skipsVerification ? true : nil)
    return fields.node
  }
}
