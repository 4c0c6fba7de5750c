import GatewayAPI
import Routing

extension HeaderChange {
  /// Values stay the format strings that they are for Envoy.
  init(_ modifier: HTTPRoute.HeaderModifier) {
    self.init(
      set: modifier.set.firstByName, add: modifier.add.firstByName,
      remove: modifier.remove)
  }

  /// The change without the Host header, which is said by a rewrite and can never be removed.
  var withoutHost: HeaderChange {
    HeaderChange(
      set: set.filter { !$0.name.isHost }, add: add.filter { !$0.name.isHost },
      remove: remove.filter { !$0.isHost && !$0.hasPrefix(":") })
  }

  var isEmpty: Bool { self.set.isEmpty && add.isEmpty && remove.isEmpty }
}

extension [Pair] {
  /// Of two values for one name, whatever its case, the first counts (`headerListToMap` in Istio).
  fileprivate var firstByName: [Header] {
    var seen: Set<String> = []
    return filter { seen.insert($0.name.lowercased()).inserted }.map { Header($0.name, $0.value) }
  }
}

extension String {
  fileprivate var isHost: Bool { lowercased() == "host" }
}
