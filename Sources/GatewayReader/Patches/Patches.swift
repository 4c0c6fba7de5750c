import Evidence
import GatewayAPI
import Kubernetes
import Patterns
import Routing

/// What EnvoyFilters change about the proxy of one Gateway.
struct Patches {
  /// A change of routes, with the object that asks for it.
  struct RoutePatch {
    let selection: EnvoyFilter.RouteSelection
    let change: EnvoyFilter.RouteChange
    let origin: Origin
  }

  private var routes: [RoutePatch] = []
  /// The positions of the patches that mean routes of a name, and of those that mean any.
  private var named: [String: [Int]] = [:]
  private var unnamed: [Int] = []
  private var filters: [EnvoyFilter.FilterInsertion] = []
  /// What every answer hangs on, since it is not understood.
  private(set) var conditions: [String] = []
  private(set) var findings: [Finding] = []

  /// Patches apply by priority, then age, then name (`mergeEnvoyFilters` in Istio).
  init(_ filters: [EnvoyFilter], of gateway: Gateway) {
    let scope = PolicyScope(gateway)
    let taken = filters.filter { scope.takes($0.target, of: $0.metadata.namespace) }
    for filter in taken.sorted(by: { $0.rank < $1.rank }) {
      for patch in filter.patches where patch.isForThisVersion { take(patch, of: filter) }
    }
  }

  private mutating func take(_ patch: EnvoyFilter.Patch, of filter: EnvoyFilter) {
    switch patch.change {
    case .routes(let selection, let change):
      if let name = selection.route {
        named[name, default: []].append(routes.count)
      } else {
        unnamed.append(routes.count)
      }
      routes.append(
        RoutePatch(
          selection: selection, change: change,
          origin: Origin(
            object: filter.reference, place: filter.metadata.place, part: patch.field)))
      if !change.unknown.isEmpty {
        note(change.unknown.joined(separator: ", "), patch, of: filter)
      }
    case .filter(let insertion):
      if let subject = insertion.subject, RE2.sought(by: subject) == nil {
        return hang(on: "a subject that fits \(subject)", patch, of: filter)
      }
      filters.append(insertion)
    case .unknown(let text): hang(on: text, patch, of: filter)
    }
  }

  /// Every answer hangs on what is not understood.
  private mutating func hang(
    on text: String, _ patch: EnvoyFilter.Patch, of filter: EnvoyFilter
  ) {
    conditions.append("what EnvoyFilter \(filter.metadata.objectName) does: \(text)")
    note(text, patch, of: filter)
  }

  private mutating func note(
    _ text: String, _ patch: EnvoyFilter.Patch, of filter: EnvoyFilter
  ) {
    findings.append(
      Finding(
        .patchNotUnderstood, of: filter.reference, at: filter.metadata.place, field: patch.field,
        message: "It is \(text)."))
  }

  /// The patches that may mean a route of this name, in their order.
  func patches(ofRoute name: String) -> [RoutePatch] {
    let own = named[name] ?? []
    let positions = unnamed.isEmpty ? own : (own + unnamed).sorted()
    return positions.map { routes[$0] }
  }

  /// The filters that are in the chain of a port, for whatever server name.
  func filters(onPort port: Int) -> [EnvoyFilter.FilterInsertion] {
    filters.filter { $0.serverName == nil && ($0.port == nil || $0.port == port) }
  }

  /// What has to be found in the subject of a client's certificate at a TLS listener.
  func subjects(of listener: BoundListener) -> [String] {
    let own = filters.filter { filter in
      filter.serverName.map { Hostname($0) == listener.hostname } ?? false
        && (filter.port == nil || filter.port == listener.spec.port)
    }
    return own.compactMap { $0.subject.flatMap(RE2.sought) }
  }
}

extension EnvoyFilter {
  fileprivate var rank: (Int, Int, Int, ObjectName) {
    let isOfRoot = metadata.namespace == PolicyScope.rootNamespace
    return (priority, isOfRoot ? 0 : 1, metadata.created ?? Int.min, metadata.objectName)
  }
}

extension EnvoyFilter.Patch {
  /// `proxyVersion` is an RE2 expression that fits somewhere in the version.
  fileprivate var isForThisVersion: Bool {
    guard let proxyVersion else { return true }
    guard let pattern = try? Pattern(proxyVersion, .re2) else { return false }
    return pattern.matches("1.30.3")
  }
}
