import GatewayAPI

extension Admission {
  static func gateway(_ gateway: Gateway) throws(Refusal) -> Gateway {
    try check(listeners: gateway.listeners)
    return gateway
  }

  static func listenerSet(_ set: ListenerSet) throws(Refusal) -> ListenerSet {
    try check(listeners: set.listeners)
    return set
  }

  private static func check(listeners: [Gateway.Listener]) throws(Refusal) {
    let field = "spec.listeners"
    try require((1...64).contains(listeners.count), field, "must have between 1 and 64 items")
    try require(
      Set(listeners.map(\.name)).count == listeners.count, field, "must have unique names")
    try require(
      Set(listeners.map(Socket.init)).count == listeners.count, field,
      "must have unique combinations of port, protocol and hostname")
    for (index, listener) in listeners.enumerated() {
      try check(listener, "\(field)[\(index)]")
    }
  }

  private static func check(_ listener: Gateway.Listener, _ field: String) throws(Refusal) {
    try require(listener.name.isSubdomain, "\(field).name", "must be a name in lower case")
    try require((1...65_535).contains(listener.port), "\(field).port", "must be a port number")
    if let hostname = listener.hostname, !hostname.isEmpty {
      try require(hostname.isHostname, "\(field).hostname", "must be a host name in lower case")
    }
    try checkTLS(listener, field)
  }

  private static func checkTLS(_ listener: Gateway.Listener, _ field: String) throws(Refusal) {
    switch listener.protocolName {
    case .http: try require(listener.tls == nil, "\(field).tls", "must not be set for HTTP")
    case .tcp, .udp:
      try require(listener.tls == nil, "\(field).tls", "must not be set for TCP and UDP")
      try require(
        (listener.hostname ?? "").isEmpty, "\(field).hostname", "must not be set for TCP and UDP")
    case .https:
      try require(
        listener.tls?.mode != .passthrough, "\(field).tls.mode", "must be Terminate for HTTPS")
    case .tls: try require(listener.tls?.mode != nil, "\(field).tls.mode", "must be set for TLS")
    case .other: break
    }
    guard let tls = listener.tls, tls.mode != .passthrough else { return }
    try require(
      !tls.certificateRefs.isEmpty || !tls.options.isEmpty, "\(field).tls",
      "must have certificateRefs or options")
    try require(
      tls.certificateRefs.count <= 64, "\(field).tls.certificateRefs",
      "may have 64 items at most")
  }
}

/// What two listeners of one object must not have in common.
private struct Socket: Hashable {
  let port: Int
  let protocolName: Gateway.ProtocolName
  let hostname: String

  init(_ listener: Gateway.Listener) {
    port = listener.port
    protocolName = listener.protocolName
    hostname = listener.hostname ?? ""
  }
}
