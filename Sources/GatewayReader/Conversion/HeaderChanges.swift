import GatewayAPI
import Routing

extension HeaderChange {
  /// Values stay the format strings that they are for Envoy.
  init(_ modifier: HTTPRoute.HeaderModifier) {
    self.init(
      set: modifier.set.map { Header($0.name, $0.value) },
      add: modifier.add.map { Header($0.name, $0.value) },
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

extension String {
  fileprivate var isHost: Bool { lowercased() == "host" }
}
