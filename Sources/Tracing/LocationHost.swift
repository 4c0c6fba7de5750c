import Routing

/// The host that a redirect names.
struct LocationHost {
  let text: String

  init(_ parts: RedirectParts, _ received: ReceivedRequest, scheme: String, port: String) {
    if let host = parts.host {
      text = host
    } else if parts.port == .kept {
      text = received.authority
    } else {
      switch received.reading.proxy {
      case .nginx: text = Self.nginx(parts, received)
      case .envoy: text = Self.envoy(received, scheme: scheme, port: port)
      }
    }
  }

  /// Redirects to another path are nginx's own and use the name it has normalised; those to another
  /// scheme come from Lua, which cuts the port off the Host header.
  private static func nginx(_ parts: RedirectParts, _ received: ReceivedRequest) -> String {
    parts.path == nil ? HostName.withoutPort(received.client.host) : received.hostName
  }

  /// Envoy's `processRequestHost`: the port stays unless another is written, or it is the own port
  /// of a scheme that changes.
  private static func envoy(_ received: ReceivedRequest, scheme: String, port: String) -> String {
    let host = received.authority
    let bare = HostName.withoutPort(host)
    let hostPort = host.dropFirst(bare.count)
    let isOwn =
      switch received.request.scheme {
      case .http: hostPort == ":80"
      case .https: hostPort == ":443"
      }
    let changesScheme = scheme != received.request.scheme.rawValue
    return !port.isEmpty || (changesScheme && isOwn) ? bare : host
  }
}
