import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// Gives the rules that EnvoyFilters change their names, and collects what is to be changed.
///
/// Istio takes the name of a rule as the name of its Envoy routes, whatever namespace it stands in
/// (`convertHTTPRoute`), so a name stands for the same patches everywhere.
struct Patching {
  /// What is changed about the routes of one name.
  struct Named {
    var name: String
    var patches: [RoutePatch]
    var origin: Origin
  }

  /// What the certificates of a host's clients have to say.
  struct Subject {
    var host: String
    var expression: String
    var origin: Origin
  }

  private let options: WriteOptions
  private var subjects: [ObjectName: [String: Subject]] = [:]
  /// By the namespace of the Gateway, then by the name of the rule.
  private var named: [ObjectName: [String: Named]] = [:]

  init(_ options: WriteOptions) { self.options = options }

  /// The plan of a host with names for the rules that are changed.
  mutating func taking(_ plan: HostPlan) -> HostPlan {
    guard options.allowsEnvoyFilter else { return plan }
    var plan = plan
    plan.http = plan.http.map { naming($0) }
    plan.https = plan.https?.map { naming($0) }
    if let listener = plan.secureListener, let host = listener.hostname,
      let expression = listener.subject
    {
      for group in plan.https ?? [] {
        let gateway = options.gateway(of: group.owner.namespace)
        subjects[gateway, default: [:]][host] = Subject(
          host: host, expression: expression, origin: group.origin)
      }
    }
    return plan
  }

  /// The Gateways at which anything is changed.
  var gateways: [ObjectName] { Set(named.keys).union(subjects.keys).sorted() }

  /// What is changed at a Gateway, by the name of the rule.
  func rules(at gateway: ObjectName) -> [Named] {
    (named[gateway] ?? [:]).values.sorted { $0.name < $1.name }
  }

  /// What is asked of certificates at a Gateway, by host.
  func subjects(at gateway: ObjectName) -> [Subject] {
    (subjects[gateway] ?? [:]).values.sorted { $0.host < $1.host }
  }

  /// The group with a name for each rule, where it is changed at all.
  private mutating func naming(_ group: RuleGroup) -> RuleGroup {
    guard !group.patches.isEmpty, let path = group.rules.first?.matches.first?.path else {
      return group
    }
    let gateway = options.gateway(of: group.owner.namespace)
    var group = group
    let base = ruleName(group.owner, path)
    for index in group.rules.indices {
      let name = index == 0 ? base : "\(base)-\(index + 1)"
      group.rules[index].name = register(name, group, at: gateway)
    }
    return group
  }

  /// Notes the patches under the name; other patches than those that it stands for get another.
  private mutating func register(
    _ wanted: String, _ group: RuleGroup, at gateway: ObjectName
  ) -> String {
    var name = wanted
    while let known = named[gateway]?[name], known.patches != group.patches {
      name = "\(wanted)-\(digest("\(name) \(group.patches)"))"
    }
    if named[gateway]?[name] == nil {
      named[gateway, default: [:]][name] = Named(
        name: name, patches: group.patches, origin: group.origin)
    }
    return name
  }
}

/// The name of the first rule of a path: its Ingress, the letters of the path, and a digest of it.
///
/// Istio's own names for rules without one end with a number behind a dot, which these never do.
private func ruleName(_ owner: ObjectReference, _ path: HTTPRoute.Path) -> String {
  var letters = ""
  for character in path.value.lowercased().utf8 {
    let isPlain =
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(character)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character)
    if isPlain {
      letters.unicodeScalars.append(Unicode.Scalar(character))
    } else if !letters.isEmpty, !letters.hasSuffix("-") {
      letters += "-"
    }
  }
  if letters.hasPrefix("is-") { letters.removeFirst(3) }
  letters = String(letters.prefix(24))
  while letters.hasSuffix("-") { letters.removeLast() }
  let word = letters.isEmpty ? "root" : letters
  let mark = digest("\(path.type.rawValue) \(path.value)")
  return bounded("\(owner.namespace).\(owner.name).\(word)-\(mark)", 240)
}
