import Evidence
import GatewayAPI

/// Gives each draft its base name: the Ingress's own where it has only one, else with the host.
///
/// Adding an Ingress that has nothing to do with another never changes the other's names.
struct RouteNames {
  private var registry: NameRegistry
  /// How many drafts of each Ingress forward requests, and how many only answer on plain HTTP.
  private let counts: [ObjectReference: Int]

  init(_ drafts: [RouteDraft]) {
    counts = Dictionary(grouping: drafts.filter(\.isMain), by: \.owner).mapValues(\.count)
    registry = NameRegistry(
      reserved: counts.keys.map {
        ObjectReference(kind: "HTTPRoute", namespace: $0.namespace, name: $0.name)
      })
  }

  /// The name of the first object of a draft.
  mutating func base(of draft: RouteDraft) -> String {
    let owner = draft.owner
    let isOnlyOne = counts[owner] == 1
    let key = "\(owner) \(draft.hostnames.map { $0 ?? "*" }.joined(separator: " ")) \(draft.role)"
    if draft.isMain && isOnlyOne { return owner.name }
    let stem =
      isOnlyOne || counts[owner] == nil ? owner.name : "\(owner.name)-\(slug(draft.hostnames[0]))"
    return registry.name("HTTPRoute", owner.namespace, stem + draft.role, key: key)
  }

  /// The name of a later object of the same draft.
  mutating func part(_ number: Int, of draft: RouteDraft, base: String) -> String {
    guard number > 1 else { return base }
    return registry.name(
      "HTTPRoute", draft.owner.namespace, "\(base)-\(number)", key: "\(base) \(number)")
  }
}

extension RouteDraft {
  /// A draft that is served on https where its hosts are; the other is for plain HTTP alone.
  var isMain: Bool { !sides.https.isEmpty || !(isPlainPart || redirectsOnly) }

  private var redirectsOnly: Bool {
    groups.allSatisfy { group in
      group.rules.allSatisfy { $0.backends.isEmpty && !$0.filters.isEmpty }
    }
  }

  /// What tells a draft for plain HTTP from the main one of the same hosts.
  var role: String { isMain ? "" : redirectsOnly ? "-redirect" : "-http" }
}
