package import Evidence
import GatewayAPI
package import Kubernetes
package import YAMLText

/// Parts of a `trafficPolicy` that the user wants beside what nginx's behaviour needs.
package struct TrafficPolicyPart: Hashable, Sendable {
  /// A mapping as Istio documents it.
  package var policy: Node
  /// The Services that get it; empty for every Service.
  package var services: [ObjectName]
  package var place: Place?

  package init(policy: Node, services: [ObjectName], place: Place? = nil) {
    self.policy = policy
    self.services = services
    self.place = place
  }
}

/// Adds what the user wants to DestinationRules; where both say something, nginx's behaviour wins.
struct TrafficPolicies {
  private let parts: [TrafficPolicyPart]
  private let common: Node?
  private let named: [ObjectName: [Node]]
  private var met: Set<ObjectName> = []
  private var findings: [Finding] = []

  init(_ parts: [TrafficPolicyPart]) {
    self.parts = parts
    common = parts.filter(\.services.isEmpty).map(\.policy).reduce(nil) { merged($1, over: $0) }
    named = parts.reduce(into: [:]) { named, part in
      for service in part.services { named[service, default: []].append(part.policy) }
    }
  }

  /// The rule of a Service with everything that the user wants for it.
  mutating func completed(_ rule: DestinationRule, of service: ObjectName) -> DestinationRule {
    let own = named[service] ?? []
    if !own.isEmpty { met.insert(service) }
    guard let wanted = own.reduce(common, { merged($1, over: $0) }) else { return rule }
    var merge = PolicyMerge()
    let policy = merge.adding(wanted, to: rule.trafficPolicy?.node ?? .mapping([]), at: [])
    findings += merge.kept.map { path in
      Finding(
        .trafficPolicyKept, of: rule.reference, at: parts.first?.place,
        field: "trafficPolicy.\(path.joined(separator: "."))")
    }
    var rule = rule
    rule.trafficPolicy = DestinationRule.TrafficPolicy(whole: policy)
    return rule
  }

  /// What there is to say: what was not taken, and Services that no Ingress uses.
  var allFindings: [Finding] {
    let unused = named.keys.filter { !met.contains($0) }.sorted().map { service in
      Finding(
        .trafficPolicyUnused, at: parts.first { $0.services.contains(service) }?.place,
        field: "destination-rules", message: "Service \(service.namespace)/\(service.name)")
    }
    return findings + unused
  }
}

extension ObjectName {
  /// The Service behind a host of the cluster, `service.namespace.svc.cluster.local`; nil for others.
  init?(service host: String) {
    let parts = host.split(separator: ".").map(String.init)
    guard parts.count == 5, parts[2...] == ["svc", "cluster", "local"] else { return nil }
    self.init(parts[1], parts[0])
  }
}

/// One policy over another: of two values the upper counts.
private func merged(_ upper: Node, over lower: Node?) -> Node {
  guard let lower else { return upper }
  var merge = PolicyMerge()
  return merge.adding(lower, to: upper, at: [])
}

/// Adds fields to a policy that do not contradict it.
private struct PolicyMerge {
  /// The fields that were not added, since the policy says otherwise.
  private(set) var kept: [[String]] = []

  /// The policy with the additions that it says nothing about.
  mutating func adding(_ addition: Node, to policy: Node, at path: [String]) -> Node {
    guard case .mapping(let additions) = addition.content,
      case .mapping(var entries) = policy.content
    else {
      if addition != policy { kept.append(path) }
      return policy
    }
    let isWhole = Self.wholes.contains(path)
    for entry in additions {
      let inner = path + [entry.key]
      if let position = entries.firstIndex(where: { $0.key == entry.key }) {
        entries[position].value = adding(entry.value, to: entries[position].value, at: inner)
      } else if isWhole || Self.excludes(inner, entries) {
        kept.append(inner)
      } else {
        entries.append(entry)
      }
    }
    guard path.isEmpty, let ports = entries.firstIndex(where: { $0.key == "portLevelSettings" })
    else { return Node(.mapping(entries)) }
    entries[ports].value = addingToPorts(additions, entries[ports].value)
    return Node(.mapping(entries))
  }

  /// The settings of a port take the place of the Service's, so they get the same additions.
  private mutating func addingToPorts(_ additions: [Entry], _ ports: Node) -> Node {
    guard case .sequence(let items) = ports.content else { return ports }
    let shared = additions.filter { Self.ofPorts.contains($0.key) }
    return .sequence(items.map { adding(.mapping(shared), to: $0, at: ["portLevelSettings"]) })
  }

  /// What a port's settings can hold.
  private static let ofPorts: Set = ["connectionPool", "loadBalancer", "outlierDetection", "tls"]

  /// Mappings whose fields belong together, so that nothing is added to them.
  private static let wholes: Set<[String]> = [
    ["tls"], ["portLevelSettings", "tls"], ["loadBalancer", "consistentHash"],
    ["portLevelSettings", "loadBalancer", "consistentHash"],
  ]

  /// Whether a field cannot stand beside those that are there: a load balancer has one algorithm.
  private static func excludes(_ path: [String], _ entries: [Entry]) -> Bool {
    let algorithms: Set = ["simple", "consistentHash"]
    return path.dropLast().last == "loadBalancer" && path.last.map(algorithms.contains) ?? false
      && entries.contains { algorithms.contains($0.key) }
  }
}

extension Rule {
  static let trafficPolicyKept = Rule(
    "traffic-policy-kept", .warning, .equivalent,
    title: "A part of the settings' trafficPolicy is not taken",
    before: "ingress-nginx reaches the Service in a way that another value would change.",
    after: "They reach it as ingress-nginx does.",
    remedy: "Leave the field out of destination-rules, or change the annotation behind it.")
  static let trafficPolicyUnused = Rule(
    "traffic-policy-unused", .warning, .equivalent,
    title: "No Ingress uses a Service that destination-rules name",
    before: "No location of ingress-nginx leads to the Service.",
    after: "There is no DestinationRule for it.",
    remedy: "Check the name, or remove it from the settings file.")
}
