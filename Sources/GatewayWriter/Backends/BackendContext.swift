import Evidence
import Routing

/// What is known of the backends of a site before any route is said.
struct BackendContext {
  /// How nginx reaches each of them.
  let upstreams: [BackendPort: Upstream]
  /// By which schemes clients' requests get to each of them.
  private let schemes: [BackendPort: Set<Request.Scheme>]
  /// The backends that get TLS unopened: a DestinationRule with TLS would wrap it once more.
  private let passedThrough: Set<BackendPort>

  /// - Parameters:
  ///   - site: what ingress-nginx serves.
  ///   - isSecure: whether a host has an https listener.
  init(_ site: Site, isSecure: (HostPattern) -> Bool) {
    var upstreams = Dictionary(site.upstreams.map { (BackendPort($0), $0) }) { first, _ in first }
    var schemes: [BackendPort: Set<Request.Scheme>] = [:]
    for host in site.plainHosts {
      let isSecure = isSecure(host.pattern)
      for route in host.routes {
        var used: Set<Request.Scheme> = isSecure ? [.https] : []
        if route.secureRedirect == nil { used.insert(.http) }
        if let mirror = route.secureMirror, upstreams[BackendPort(mirror)] == nil {
          upstreams[BackendPort(mirror)] = Upstream(
            namespace: mirror.namespace, service: mirror.name, port: mirror.port,
            balancing: .roundRobin, connectTimeout: 5, spoken: UpstreamProtocol(kind: .https),
            origin: route.origin)
        }
        for backend in route.destination.backends {
          schemes[BackendPort(backend), default: []].formUnion(used)
        }
      }
    }
    self.schemes = schemes
    passedThrough = Set(site.listeners.compactMap(\.passedTo).map { BackendPort($0) })
    self.upstreams = upstreams
  }

  /// Whether only requests over TLS get to a backend.
  func isSecureOnly(_ port: BackendPort) -> Bool { schemes[port] == [.https] }

  /// What is spoken to a backend; the client's scheme where that is always the same one.
  func kind(of spoken: UpstreamProtocol?, to port: BackendPort) -> UpstreamProtocol.Kind {
    guard let spoken else { return .http }
    switch spoken.kind {
    case .clients where schemes[port] == [.https]: return .https
    case .clients where schemes[port] == [.http]: return .http
    case .clients, .http, .https, .grpc, .grpcs, .fastCGI: return spoken.kind
    }
  }
}

extension BackendContext {
  /// What is spoken to a backend, as its DestinationRule says it.
  func chosenKind(to port: BackendPort) -> UpstreamProtocol.Kind {
    let kind = kind(of: upstreams[port]?.spoken, to: port)
    return kind.isSecure && passedThrough.contains(port) ? .http : kind
  }

  /// Why another protocol is spoken to a backend than a route asks for.
  func reason(for kind: UpstreamProtocol.Kind, to port: BackendPort) -> String {
    let whose = "\(port.name) port \(port.port)"
    guard !passedThrough.contains(port) else {
      return "\(whose) also gets TLS that is passed through, which no DestinationRule may wrap."
    }
    let decider = upstreams[port]?.origin.object?.description ?? "the controller"
    return "\(decider) decides that \(whose) is reached over \(kind.rawValue)."
  }
}

extension Route {
  /// The backend that gets copies over TLS; nil where there is none.
  fileprivate var secureMirror: Backend? {
    for behaviour in behaviours {
      guard case .mirror(let mirror) = behaviour, let target = MirrorTarget(mirror.target) else {
        continue
      }
      return target.isSecure ? target.backend : nil
    }
    return nil
  }
}

extension UpstreamProtocol.Kind {
  /// Whether HTTP/2 is spoken.
  var isHTTP2: Bool {
    switch self {
    case .grpc, .grpcs: true
    case .http, .https, .clients, .fastCGI: false
    }
  }

  /// Whether TLS is spoken.
  var isSecure: Bool {
    switch self {
    case .https, .grpcs: true
    case .http, .clients, .grpc, .fastCGI: false
    }
  }
}
