import GatewayAPI

/// Plain HTTP and TLS cannot share a port: the first listener by name decides.
enum PortConflicts {
  static func resolve(_ listeners: [BoundListener]) -> [BoundListener] {
    let order = listeners.filter(\.isProgrammed).sorted { $0.spec.name < $1.spec.name }
    var usesTLS: [Int: Bool] = [:]
    for listener in order where usesTLS[listener.spec.port] == nil {
      usesTLS[listener.spec.port] = listener.usesTLS
    }
    return listeners.map { listener in
      guard listener.isProgrammed, usesTLS[listener.spec.port] != listener.usesTLS else {
        return listener
      }
      var listener = listener
      listener.state = .unprogrammed("port \(listener.spec.port) also has another protocol")
      return listener
    }
  }
}

extension BoundListener {
  var usesTLS: Bool { spec.protocolName != .http }
}
