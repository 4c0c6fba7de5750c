import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// Decides how the guards of one host's locations are said as policies, which see host and path of a
/// request and not the location that takes it.
struct HostGuards {
  /// A guard that no policy can say, and the locations that have to be closed for it.
  struct Failure {
    var guarding: Guard
    var side: HostRules.Side
    var locations: [Int]
    var reason: String
  }

  /// What a guard is kept apart by.
  struct Key: Hashable {
    var guarding: Guard
    var sparesPreflights: Bool
  }

  let host: Host
  let routes: [SpokenRoute]
  let speeches: [HostRules.Side: [RouteSpeech]]
  let context: SpeechContext
  private(set) var policies: [PlannedPolicy] = []
  private(set) var failures: [Failure] = []
  private(set) var findings: [Finding] = []

  init(
    _ host: Host, _ routes: [SpokenRoute], _ speeches: [HostRules.Side: [RouteSpeech]],
    _ context: SpeechContext
  ) {
    self.host = host
    self.routes = routes
    self.speeches = speeches
    self.context = context
    let keys = self.keys
    guard !keys.isEmpty else { return }
    if speeches.values.joined().contains(where: \.guardsPreflights) { notePreflights() }
    for gateway in context.options.gateways(of: routes.map(\.route)) {
      let own = routes.indices.filter { isServed($0, by: gateway) }
      let tree = PathTree(own.map(location))
      for key in keys { say(key, on: gateway, own, tree) }
    }
  }

  /// Every guard that some location has, in the order of the locations.
  private var keys: [Key] {
    var seen: Set<Key> = []
    var keys: [Key] = []
    for side in sides {
      for speech in speeches[side] ?? [] where !speech.guards.isEmpty || speech.isClosed {
        for key in speech.keys where seen.insert(key).inserted { keys.append(key) }
      }
    }
    return keys
  }

  private var sides: [HostRules.Side] { speeches[.https] == nil ? [.http] : [.http, .https] }

  private func isServed(_ index: Int, by gateway: ObjectName) -> Bool {
    let owner = routes[index].route.owner
    return owner.map { context.options.gateway(of: $0.namespace) == gateway }
      ?? !context.options.usesSeveralGateways
  }

  private mutating func say(_ key: Key, on gateway: ObjectName, _ own: [Int], _ tree: PathTree) {
    var areas: [HostRules.Side: [PathTree.Area]] = [:]
    for side in sides {
      let covers = own.map { cover($0, key, side) }
      guard covers.contains(.covered) else { continue }
      let isWhole = !zip(own, covers).contains { $1 == .free && leads($0, side) }
      let sideAreas =
        isPattern
        ? wholeArea(key, covers, isWhole) : tree.areas(covers) { leads(own[$0], side) }
      guard let sideAreas else {
        fail(key, side, own, covers, because: Self.pathReason(isPattern))
        continue
      }
      guard terms(gateway, isWhole, own, side) != nil else {
        fail(key, side, own, covers, because: Self.nameReason)
        continue
      }
      if isPattern { noteWhole(key, own, covers) }
      areas[side] = sideAreas
    }
    add(areas, key, on: gateway, own)
  }

  /// All paths, on a host with expressions; a closed location has no backend, and that is enough.
  private func wholeArea(
    _ key: Key, _ covers: [PathTree.Cover], _ isWhole: Bool
  ) -> [PathTree.Area]? {
    guard key.guarding == .closed ? covers.allSatisfy({ $0 == .covered }) : isWhole,
      let root = covers.firstIndex(of: .covered)
    else { return nil }
    return [PathTree.Area(root: root, notPaths: [])]
  }

  /// Adds the operations: one for both sides where they are the same, else by port.
  ///
  /// A port is left out and not named, so that a Gateway that listens elsewhere is guarded, too.
  private mutating func add(
    _ areas: [HostRules.Side: [PathTree.Area]], _ key: Key, on gateway: ObjectName, _ own: [Int]
  ) {
    let isSame = sides.count == 1 || areas[.http] == areas[.https]
    for side in isSame ? [.http] : sides {
      let isWhole = !own.contains { cover($0, key, side) == .free && leads($0, side) }
      let port =
        isSame ? [] : [AuthorizationPolicy.Term(.port, not: [side == .http ? "443" : "80"])]
      for area in areas[side] ?? [] {
        let route = routes[own[area.root]].route
        guard let owner = route.owner, let host = terms(gateway, isWhole, own, side) else {
          continue
        }
        var operation = host + port
        if area.paths != nil || !area.notPaths.isEmpty {
          operation.append(AuthorizationPolicy.Term(.path, area.paths ?? [], not: area.notPaths))
        }
        policies.append(
          PlannedPolicy(
            gateway: gateway, owner: owner, origin: route.origin, guarding: key.guarding,
            sparesPreflights: key.sparesPreflights, operations: [operation]))
      }
    }
  }

  /// The terms for the host; what the whole host asks is only told where that is all the same.
  private func terms(
    _ gateway: ObjectName, _ isWhole: Bool, _ own: [Int], _ side: HostRules.Side
  ) -> [AuthorizationPolicy.Term]? {
    let access = own.first { leads($0, side) }.flatMap { routes[$0].route.access }
    return context.names.terms(
      host.pattern.hostname, on: gateway, sharing: isWhole ? access : nil)
  }

  private mutating func fail(
    _ key: Key, _ side: HostRules.Side, _ own: [Int], _ covers: [PathTree.Cover],
    because reason: String
  ) {
    guard key.guarding != .closed else { return }
    let locations = zip(own, covers).filter { $1 == .covered }.map(\.0)
    failures.append(
      Failure(guarding: key.guarding, side: side, locations: locations, reason: reason))
  }

  private mutating func noteWhole(_ key: Key, _ own: [Int], _ covers: [PathTree.Cover]) {
    guard key.guarding != .closed, covers.contains(where: { $0 != .covered }) else { return }
    findings.append(
      Finding(
        .guardCoversHost, of: host.origin.object, at: host.origin.place,
        message: host.pattern.hostname ?? "every host"))
  }

  private mutating func notePreflights() {
    findings.append(
      Finding(
        .preflightsGuarded, of: host.origin.object, at: host.origin.place,
        message: host.pattern.hostname ?? "every host"))
  }

  private static func pathReason(_ isPattern: Bool) -> String {
    isPattern
      ? "A policy cannot name regular expressions, and other paths of the host are open."
      : "A policy cannot name a path that ends with a star."
  }

  private static let nameReason =
    "A policy cannot name a wildcard host with any port while the Gateway has others."
}

extension Rule {
  static let guardCoversHost = Rule(
    "guard-covers-host", .note, .changed,
    title: "A guard covers all paths of the host",
    before: "ingress-nginx asks it where a location leads to a backend, and not before redirects.",
    after: "They ask it for every path of the host, since a policy cannot name expressions.",
    remedy: "Nothing, unless clients that are kept out rely on a redirect or on 404.")
}

extension Rule {
  static let preflightsGuarded = Rule(
    "preflights-guarded", .warning, .changed,
    title: "Preflights are refused to clients that are kept out",
    before: "ingress-nginx answers every OPTIONS itself, before it asks who the client is.",
    after: "They ask first, since the gateway answers preflights of some origins only, and others "
      + "would reach the backend.",
    remedy: "Name the origins of cors-allow-origin without a star.")
}
