import YAMLText

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
    let path = "spec.trafficPolicy"
    let policy = Field(trafficPolicy?.node, path: path)
    for entry in try policy["portLevelSettings"].items({ (entry) throws(Refusal) in entry })
    where try entry["port"]["number"].integer() == port {
      return try ConnectionSettings(decoding: entry)
    }
    return try ConnectionSettings(decoding: policy)
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
