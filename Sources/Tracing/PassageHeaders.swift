import Routing

extension Passage {
  /// Sets, adds to and removes headers on the way to the backend.
  mutating func changeUpstream(_ written: HeaderChange) {
    let change = withVariables(filled(written))
    for header in change.set { upstreamHeaders.replace(header) }
    for header in change.add {
      let before = upstreamHeaders.value(of: header.name) ?? received.headers.value(of: header.name)
      let value = before.map { "\($0), \(header.value)" } ?? header.value
      upstreamHeaders.replace(Header(header.name, value))
    }
    for name in change.remove {
      upstreamHeaders.remove(name)
      removedUpstreamHeaders.append(name)
    }
  }

  /// Sets, adds and removes headers of the answer.
  mutating func changeResponse(_ written: HeaderChange) {
    let change = filled(written)
    for header in change.set { responseHeaders.replace(header) }
    responseHeaders += change.add
    for name in change.remove { responseHeaders.remove(name) }
  }

  /// The change with Envoy's format strings filled in; nginx takes values as they are.
  private func filled(_ change: HeaderChange) -> HeaderChange {
    switch received.reading.proxy {
    case .nginx: change
    case .envoy:
      HeaderChange(
        set: change.set.compactMap(filled), add: change.add.compactMap(filled),
        remove: change.remove)
    }
  }

  /// nginx fills variables into what it sends to backends, as far as they are known here, and sends
  /// no header of which nothing is left.
  private func withVariables(_ change: HeaderChange) -> HeaderChange {
    guard received.reading.proxy == .nginx else { return change }
    var change = change
    change.set = change.set.map { Header($0.name, filled($0.value) ?? $0.value) }
      .filter { !$0.value.isEmpty }
    return change
  }

  private func filled(_ header: Header) -> Header? {
    FormatText(source: header.value, received: received).value.map { Header(header.name, $0) }
  }
}

extension [Header] {
  func value(of name: String) -> String? {
    first { ASCII.lower($0.name) == ASCII.lower(name) }?.value
  }

  mutating func remove(_ name: String) {
    removeAll { ASCII.lower($0.name) == ASCII.lower(name) }
  }

  mutating func replace(_ header: Header) {
    remove(header.name)
    append(header)
  }
}
