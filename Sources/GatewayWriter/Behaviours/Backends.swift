import Evidence
import GatewayAPI
import Routing

extension RouteSpeaker {
  /// How the backends of the route are reached and chosen, which their DestinationRules say.
  mutating func sayBackends() {
    said(.sessionExpiry, .canarySession)
    let redirects = side == .http && route.secureRedirect != nil
    guard case .forward(let choice) = route.destination, !redirects else {
      said(.hash, .sessionCookie, .sessionMode, .backendProtocol, .backendTLS)
      return
    }
    for backend in Set(route.destination.backends) {
      guard let upstream = context.backends.upstreams[BackendPort(backend)] else { continue }
      sayHash(upstream)
      sayProtocol(upstream)
    }
    saySession(choice)
  }

  private mutating func sayHash(_ upstream: Upstream) {
    switch upstream.balancing {
    case .hash(.text(let text)):
      lose(
        .hash,
        because: "Istio hashes one header, cookie or parameter, or the client's address; "
          + "\(text) is none of them.")
    case .hash:
      said(.hash)
      note(.endpointsChosenAnew, "\(upstream.service), by \(upstream.balancing.words)")
    case .cookie:
      said(.hash)
      note(.endpointsChosenAnew, "\(upstream.service), by \(upstream.balancing.words)")
    case .roundRobin, .leastRequest: said(.hash)
    }
  }

  private mutating func sayProtocol(_ upstream: Upstream) {
    let wish = route.upstreamProtocol
    let port = BackendPort(upstream)
    let kind = context.backends.kind(of: wish, to: port)
    let chosen = context.backends.chosenKind(to: port)
    guard kind == chosen else {
      lose(.backendProtocol, because: context.backends.reason(for: chosen, to: port))
      return
    }
    switch kind {
    case .fastCGI: lose(.backendProtocol, because: "Envoy does not speak FastCGI.")
    case .clients:
      lose(
        .backendProtocol,
        because: "\(upstream.service) gets requests of both schemes, and a DestinationRule has one."
      )
    case .http, .https, .grpc, .grpcs: said(.backendProtocol)
    }
    if wish?.losesHost ?? false { note(.grpcKeepsHost, upstream.service) }
    guard wish?.tls == upstream.spoken?.tls else {
      lose(
        .backendTLS,
        because: "\(upstream.decider) decides with which certificates \(upstream.service) port "
          + "\(upstream.port) is reached.")
      return
    }
    said(.backendTLS)
    guard kind.isSecure, let tls = wish?.tls else { return }
    if tls.verifies { note(.backendRefusalDiffers, "\(upstream.service) port \(upstream.port)") }
    if tls.verifies || tls.showsCertificate { note(.backendSecretToCopy, "Secret \(tls.secret)") }
  }
}

extension Upstream {
  /// The object whose settings these are, in words.
  fileprivate var decider: String { origin.object?.description ?? "the controller" }
}

extension Route {
  /// What nginx speaks to the backend; nil for plain HTTP.
  var upstreamProtocol: UpstreamProtocol? {
    for behaviour in behaviours {
      guard case .upstreamProtocol(let spoken) = behaviour else { continue }
      return spoken
    }
    return nil
  }
}

extension Rule {
  static let endpointsChosenAnew = Rule(
    "endpoints-chosen-anew", .note, .changed,
    title: "Clients are spread over the endpoints anew, once",
    before: "nginx hashes onto its own ring of endpoints, with cookies of its own.",
    after: "Envoy's ring is another, and it does not know nginx's cookies.",
    remedy: "Expect sessions to move once, at cut-over.")
  static let grpcKeepsHost = Rule(
    "grpc-keeps-host", .note, .changed,
    title: "gRPC backends get the client's Host",
    before: "With the protocol in small letters nginx sends the authority upstream_balancer, and "
      + "neither its usual headers nor timeouts.",
    after: "They send the Host header of the request.",
    remedy: "Nothing, unless the backend looks at the authority.")
  static let backendRefusalDiffers = Rule(
    "backend-refusal-differs", .note, .changed,
    title: "A backend with a wrong certificate is told by another status",
    before: "nginx answers 502.",
    after: "Envoy answers 503.",
    remedy: "Nothing, unless something watches for the status.")
  static let backendSecretToCopy = Rule(
    "backend-secret-to-copy", .warning, .changed,
    title: "The certificates for a backend have to stand beside the gateway",
    before: "ingress-nginx reads the Secret of proxy-ssl-secret where it is.",
    after: "Istio reads a copy in the gateway's namespace, and answers 503 until it is there.",
    remedy: "Copy the Secret as the checklist says, and keep the copy up to date.")
}
