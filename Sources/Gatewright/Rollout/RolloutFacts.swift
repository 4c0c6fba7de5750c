import Evidence
import GatewayWriter
import YAMLText

/// What of the written objects decides about the steps of a rollout.
struct RolloutFacts {
  private(set) var gateways: [ObjectReference] = []
  private(set) var hasGrants = false
  /// The bundle that every HTTPRoute needs at least is 1.1; the number is the minor one.
  private(set) var bundle = 1
  /// What asks for that bundle, in words.
  private(set) var reasons: Set<String> = []
  /// The hosts of the routes, first those with https.
  private(set) var hosts: Set<String> = []
  private(set) var secureHosts: Set<String> = []

  /// Notes an object that is written.
  mutating func note(_ object: Emitted) {
    switch object.reference.kind {
    case "Gateway":
      gateways.append(object.reference)
      noteListeners(object.body["spec"])
    case "ListenerSet":
      need(5, "ListenerSets")
      noteListeners(object.body["spec"])
    case "ReferenceGrant": hasGrants = true
    case "BackendTLSPolicy": need(4, "BackendTLSPolicies")
    case "TLSRoute": need(5, "TLSRoutes")
    case "GRPCRoute", "HTTPRoute": noteRoute(object.body["spec"])
    default: break
    }
  }

  private mutating func need(_ minor: Int, _ reason: String) {
    if minor > bundle { reasons = [] }
    guard minor >= bundle else { return }
    bundle = minor
    reasons.insert(reason)
  }

  private mutating func noteListeners(_ spec: Node?) {
    if spec?["tls"]?["frontend"] != nil { need(5, "client certificates") }
    for listener in spec?["listeners"]?.items ?? [] where listener["tls"] != nil {
      if let host = listener["hostname"]?.text { secureHosts.insert(host) }
    }
  }

  private mutating func noteRoute(_ spec: Node?) {
    for host in spec?["hostnames"]?.items ?? [] { host.text.map { _ = hosts.insert($0) } }
    for rule in spec?["rules"]?.items ?? [] {
      if rule["timeouts"] != nil { need(2, "timeouts") }
      for filter in rule["filters"]?.items ?? [] { noteFilter(filter) }
    }
  }

  private mutating func noteFilter(_ filter: Node) {
    if filter["cors"] != nil { need(5, "CORS filters") }
    if let status = filter["requestRedirect"]?["statusCode"]?.text,
      ["303", "307", "308"].contains(status)
    {
      need(5, "redirects with \(status)")
    }
    let mirror = filter["requestMirror"]
    if mirror?["percent"] != nil || mirror?["fraction"] != nil { need(3, "shares of mirrors") }
  }
}

extension Node {
  /// The elements of a list.
  fileprivate var items: [Node] {
    guard case .sequence(let nodes) = content else { return [] }
    return nodes
  }
}
