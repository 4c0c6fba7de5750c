import Certificates
import Kubernetes
import Routing

/// Chooses the certificate of each host (`createServers`, `extractTLSSecretName`).
struct CertificateChoice: Sendable {
  private let secrets: [ObjectName: Secret]

  init(_ cluster: Cluster) {
    secrets = cluster.secrets
  }

  /// Gives each server the certificate of the oldest ordinary Ingress that names the host and has
  /// any `spec.tls`.
  ///
  /// The default server has the default certificate from the start.
  func assign(_ servers: inout Servers, _ ingresses: [ServedIngress]) {
    for served in ingresses where !served.isCanary && !served.ingress.tls.isEmpty {
      for rule in served.ingress.rules where !rule.host.isEmpty {
        guard let index = servers.index(of: serverName(rule)),
          servers[index].certificate == nil
        else { continue }
        servers[index].certificate = certificate(for: servers[index].name, served.ingress)
      }
    }
  }

  /// Whether a certificate is good for another name, too; without any Secret nothing speaks for it.
  func covers(_ certificate: ServerCertificate, _ name: String) -> Bool {
    guard case .secret(let secret) = certificate else { return false }
    return secrets.first { $0.key.description == secret }?.value.certificate?.covers(name) ?? false
  }

  private func certificate(for host: String, _ ingress: Ingress) -> ServerCertificate {
    guard let name = secretName(for: host, ingress), !name.isEmpty else { return .fallback }
    let object = ObjectName(ingress.metadata.namespace, name)
    // Manifests seldom hold their Secrets: without any, each named one is taken to be good.
    if secrets.isEmpty { return .secret(object.description) }
    guard let certificate = secrets[object]?.certificate, certificate.covers(host) else {
      return .fallback
    }
    return .secret(object.description)
  }

  /// The Secret of the entry that lists the host, or of the first whose certificate covers it.
  private func secretName(for host: String, _ ingress: Ingress) -> String? {
    let literal = ingress.tls.first { $0.hosts.contains { $0.lowercased() == host } }
    if let literal { return literal.secretName }
    return ingress.tls.first { entry in
      let name = ObjectName(ingress.metadata.namespace, entry.secretName)
      return secrets[name]?.certificate?.covers(host) ?? false
    }?.secretName
  }
}

extension CertificateSummary {
  /// Whether the certificate is good for a host: by its DNS names, else by its common name.
  func covers(_ host: String) -> Bool {
    let names = dnsNames.isEmpty ? [commonName] : dnsNames
    return names.contains { fits($0.lowercased(), host) }
  }

  private func fits(_ name: String, _ host: String) -> Bool {
    if name == host { return true }
    guard name.hasPrefix("*."), let dot = host.firstIndex(of: "."), dot != host.startIndex else {
      return false
    }
    return host[dot...] == name.dropFirst()
  }
}
