import Kubernetes
import Routing

/// What nginx speaks to backends, and with which certificates.
struct SpokenProtocols {
  let secrets: [ObjectName: Secret]

  /// What a location speaks (`template.buildProxyPass`); nil for plain HTTP.
  ///
  /// The protocol's module is chosen ignoring case, but the template compares capitals: lower-case
  /// gRPC loses the client's Host.
  func spoken(_ settings: IngressSettings, on server: ServerSettings) -> UpstreamProtocol? {
    let text = settings.backendProtocol.text
    let isCapital = text == text.uppercased()
    let tls = tls(settings, on: server)
    switch text.uppercased() {
    case "HTTPS": return UpstreamProtocol(kind: .https, tls: tls)
    case "AUTO_HTTP": return UpstreamProtocol(kind: .clients, tls: tls)
    case "GRPC": return UpstreamProtocol(kind: .grpc, losesHost: !isCapital)
    case "GRPCS": return UpstreamProtocol(kind: .grpcs, losesHost: !isCapital, tls: tls)
    case "FCGI": return UpstreamProtocol(kind: .fastCGI)
    default: return nil
    }
  }

  /// The location's own `proxy_ssl_*`, or those of the server (`nginx.tmpl`).
  private func tls(_ settings: IngressSettings, on server: ServerSettings) -> UpstreamTLS? {
    let own = settings.backendTLS
    let setting = own.secret == nil ? server.backendTLS?.value ?? own : own
    guard let secret = setting.secret else { return nil }
    return UpstreamTLS(
      secret: secret.description, showsCertificate: setting.hasCertificate,
      verifies: setting.verifies && setting.hasAuthority,
      authorities: secrets[secret]?.authorities, name: setting.name,
      sendsServerName: setting.sendsServerName)
  }
}
