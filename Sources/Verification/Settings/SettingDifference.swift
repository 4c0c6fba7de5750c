package import Routing

/// A setting that no single answer shows and that two routes of the same requests set differently.
package struct SettingDifference: Hashable, Sendable {
  /// What is set, for example `read timeout`.
  package var name: String
  /// In words; nil where nothing is set.
  package var before: String?
  package var after: String?
  /// The route before.
  package var origin: Origin
}

/// The settings of the routes of two hosts, worked out once for each pair.
struct SettingsComparison {
  private struct Pair: Hashable {
    var before: Int
    var after: Int
  }

  let upstreams: (before: [BackendPort: Upstream], after: [BackendPort: Upstream])
  private(set) var differences: [SettingDifference] = []
  private var met: Set<Pair> = []

  init(_ before: [BackendPort: Upstream], _ after: [BackendPort: Upstream]) {
    upstreams = (before, after)
  }

  /// Begins with other lists of routes.
  mutating func startOver() { met = [] }

  /// Compares the settings of two routes that take the same requests, by their places.
  mutating func compare(_ before: (Int, Route), _ after: (Int, Route)) {
    guard met.insert(Pair(before: before.0, after: after.0)).inserted else { return }
    let left = SettingsInForce(before.1, upstreams.before).words
    let right = SettingsInForce(after.1, upstreams.after).words
    for name in Set(left.keys).union(right.keys).sorted() where left[name] != right[name] {
      let difference = SettingDifference(
        name: name, before: left[name], after: right[name], origin: before.1.origin)
      if !differences.contains(difference) { differences.append(difference) }
    }
  }
}
