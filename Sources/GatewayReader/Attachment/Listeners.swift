import Evidence
import GatewayAPI
import Kubernetes

/// The listeners of one Gateway: its own and those of its ListenerSets, in that order.
struct Listeners {
  let all: [BoundListener]
  /// The positions of each owner's listeners.
  private let positions: [BoundListener.Owner: [Int]]

  init(of gateway: Gateway, _ inventory: Inventory) {
    let sets = inventory.listenerSets.filter { $0.belongs(to: gateway, inventory.namespaces) }
    let bound =
      gateway.listeners.map { BoundListener($0, of: gateway.owner, at: gateway.metadata.place) }
      + sets.flatMap { set in
        set.listeners.map { BoundListener($0, of: set.owner, at: set.metadata.place) }
      }
    all = PortConflicts.resolve(
      bound.map { listener in
        var listener = listener
        listener.state = inventory.state(of: listener)
        return listener
      })
    positions = Dictionary(grouping: all.indices) { [all] in all[$0].owner }
  }

  /// The positions of the listeners of a Gateway or ListenerSet, ascending.
  func positions(of owner: BoundListener.Owner) -> [Int] { positions[owner] ?? [] }
}

extension Gateway {
  var owner: BoundListener.Owner {
    BoundListener.Owner(kind: Self.kind, name: metadata.objectName)
  }
}

extension ListenerSet {
  var owner: BoundListener.Owner {
    BoundListener.Owner(kind: Self.kind, name: metadata.objectName)
  }

  /// Whether the set names the Gateway and the Gateway's `allowedListeners` admits it, which
  /// by default is nobody.
  func belongs(to gateway: Gateway, _ namespaces: Namespaces) -> Bool {
    let named = ObjectName(parent.namespace ?? metadata.namespace, parent.name)
    guard parent.kind == Gateway.kind, named == gateway.metadata.objectName else { return false }
    guard let allowed = gateway.allowedListeners, let from = allowed.from,
      from != .selector || allowed.selector != nil
    else { return false }
    return namespaces.admits(metadata.namespace, allowed, of: gateway.metadata.namespace)
  }
}
