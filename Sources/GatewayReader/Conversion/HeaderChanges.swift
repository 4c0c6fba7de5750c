import GatewayAPI
import Routing

extension HeaderChange {
  init(_ modifier: HTTPRoute.HeaderModifier) {
    self.init(
      set: modifier.set.map { Header($0.name, FormatString($0.value).plainText) },
      add: modifier.add.map { Header($0.name, FormatString($0.value).plainText) },
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
