import Routing

/// How the backends of a site are spoken to.
struct Connections: Sendable {
  private struct Key: Hashable {
    let namespace: String
    let service: String
    let port: Int
  }

  private var connections: [Key: UpstreamConnection] = [:]

  init(_ upstreams: [Upstream]) {
    for upstream in upstreams {
      let key = Key(
        namespace: upstream.namespace, service: upstream.service, port: upstream.port)
      connections[key] = upstream.connection
    }
  }

  /// How a backend is spoken to; nil for plain HTTP/1.1.
  func connection(to backend: Backend) -> UpstreamConnection? {
    connections[
      Key(namespace: backend.namespace, service: backend.name, port: backend.port)]
  }
}

extension UpstreamConnection {
  /// The word for it in traces.
  var scheme: String {
    switch (isHTTP2, security != nil) {
    case (false, false): "http"
    case (false, true): "https"
    case (true, false): "grpc"
    case (true, true): "grpcs"
    }
  }
}

extension UpstreamSecurity {
  /// What becomes of a handshake.
  enum Handshake: Hashable {
    case succeeds
    /// It cannot succeed; the text says why.
    case fails(String)
    /// It succeeds if this holds.
    case unknown(String)
  }

  /// Whether a backend's certificate is what is asked for; nil for one that nobody has told.
  func handshake(_ certificate: BackendCertificate?, host: String) -> Handshake {
    let wanted = names + (checksHost ? [host] : [])
    switch trust {
    case .anyone where wanted.isEmpty: return .succeeds
    case .nobody(let reason): return .fails(reason)
    case .live(let text): return .unknown("signed by \(text)")
    case .anyone, .system, .authorities: break
    }
    guard let certificate else { return .unknown(words(wanted)) }
    guard isTrusted(certificate) else { return .fails("nobody who is trusted has signed it") }
    let fits = wanted.isEmpty || wanted.contains { name in certificate.carries(name) }
    return fits ? .succeeds : .fails("it does not carry \(wanted.joined(separator: ", "))")
  }

  private func isTrusted(_ certificate: BackendCertificate) -> Bool {
    switch trust {
    case .anyone: true
    case .system: certificate.authority == nil
    case .authorities(let names): certificate.authority.map { names.contains($0) } ?? false
    case .nobody, .live: false
    }
  }

  private func words(_ wanted: [String]) -> String {
    let signer =
      switch trust {
      case .anyone: "anybody"
      case .system: "an authority that every system trusts"
      case .authorities(let names): names.joined(separator: " or ")
      case .nobody(let text), .live(let text): text
      }
    let names = wanted.isEmpty ? "" : ", for \(wanted.joined(separator: " or "))"
    return "signed by \(signer)\(names)"
  }
}

extension BackendCertificate {
  /// Whether one of the names is this one, or has `*` for its first label.
  fileprivate func carries(_ name: String) -> Bool {
    let name = ASCII.lower(HostName.withoutPort(name))
    return names.map(ASCII.lower).contains { own in
      guard own.hasPrefix("*.") else { return own == name }
      return name.drop { $0 != "." }.elementsEqual(own.dropFirst())
    }
  }
}
