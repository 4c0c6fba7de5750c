import Evidence
import GatewayAPI
import Kubernetes
import Routing

extension RouteSpeaker {
  /// Copies of requests: Envoy sends them with the request's own host and path.
  mutating func sayMirror(_ mirror: Mirror) {
    lose(.mirrorHost, because: "Envoy keeps the Host of the request.")
    guard case .forward = route.destination else {
      note(.mirrorWithoutBackend, route.path.text)
      return
    }
    guard let target = MirrorTarget(mirror.target), let owner = route.owner else {
      lose(.mirror, because: "\(mirror.target) names no host that a route can point at.")
      return
    }
    let port = BackendPort(target.backend)
    if context.backends.upstreams[port] != nil,
      context.backends.chosenKind(to: port).isSecure != target.isSecure
    {
      let how = target.isSecure ? "without TLS" : "over TLS"
      lose(.mirror, because: "\(target.backend) is reached \(how) by other routes.")
      return
    }
    said(.mirror)
    let percent = context.options.mirroredPercent(of: ObjectName(owner.namespace, owner.name))
    speech.mirrors.append(
      HTTPRoute.RequestMirror(
        backend: BackendReference(target.backend, from: owner.namespace), percent: percent))
    if let percent { note(.mirrorPartChosen, "\(percent) percent") }
    note(.mirrorKeepsHost, "\(mirror.host) becomes the request's own")
    if !target.keepsPath || route.rewritesPath { note(.mirrorKeepsPath, mirror.target) }
  }

  /// Adds a finding about the route's Ingress.
  mutating func note(_ rule: Rule, _ message: String) {
    speech.findings.append(
      Finding(rule, of: route.origin.object, at: route.origin.place, message: message))
  }
}

extension Route {
  fileprivate var rewritesPath: Bool {
    behaviours.contains { behaviour in
      guard case .rewritePath = behaviour else { return false }
      return true
    }
  }
}

extension Rule {
  static let mirrorKeepsHost = Rule(
    "mirror-keeps-host", .note, .changed,
    title: "Copies of requests have the Host of the request",
    before: "nginx sends the host of mirror-target, or that of mirror-host.",
    after: "They send the Host header that the backend gets.",
    remedy: "Let the mirror answer to any Host.")
  static let mirrorWithoutBackend = Rule(
    "mirror-without-backend", .note, .changed,
    title: "Requests that no backend gets are no longer copied",
    before: "nginx copies them, and answers 404.",
    after: "They copy only what they send to a backend.",
    remedy: "Nothing, unless the mirror is to see requests that nobody serves.")
  static let mirrorPartChosen = Rule(
    "mirror-part-chosen", .note, .changed,
    title: "Only a part of the requests is copied, as the settings say",
    before: "nginx copies every request.", after: "They copy so many of them, drawn by chance.",
    remedy: "Nothing; mirrors in the settings file decides it.")
  static let mirrorKeepsPath = Rule(
    "mirror-keeps-path", .warning, .changed,
    title: "Copies of requests have the path that the backend gets",
    before: "nginx sends the path of mirror-target, in which $request_uri is the request's own.",
    after: "They send the path and query of the request, rewritten as for the backend.",
    remedy: "Let the mirror take the path of the request.")
}
