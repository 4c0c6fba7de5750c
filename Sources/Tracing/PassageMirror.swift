import Routing

extension Passage {
  /// The copy that a mirror gets: a target with variables is taken as it is, another gets the query.
  ///
  /// Envoy copies what it sends to the backend, which is known later.
  mutating func copy(to mirror: Mirror) {
    guard received.reading.proxy == .nginx else {
      if mirror.part.percent > 0 { mirrors.append(mirror) }
      return
    }
    let sent = received.request.target
    var target = mirror.path
    if target.contains("$request_uri") {
      target = target.replacing("$request_uri", with: sent)
    } else if let query = received.target.query {
      target += "?" + String(decoding: query, as: UTF8.self)
    }
    copies.append(Copy(method: received.request.method, host: mirror.host, target: target))
  }

  /// The copies of a request that is forwarded.
  var copiesOfForwarded: [Copy] {
    let target = String(decoding: forwarded, as: UTF8.self)
    return copies
      + mirrors.map { mirror in
        Copy(
          method: received.request.method, host: upstreamHost, target: target, part: mirror.part)
      }
  }
}

extension Mirror {
  /// The target behind scheme and host.
  fileprivate var path: String {
    guard let start = target.firstRange(of: "://")?.upperBound else { return target }
    let rest = target[start...].drop { $0 != "/" && $0 != "$" && $0 != "?" }
    return rest.isEmpty ? "/" : String(rest)
  }
}
