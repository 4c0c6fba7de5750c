import Routing

extension Passage {
  /// Sets, adds to and removes headers on the way to the backend.
  mutating func changeUpstream(_ change: HeaderChange) {
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
  mutating func changeResponse(_ change: HeaderChange) {
    for header in change.set { responseHeaders.replace(header) }
    responseHeaders += change.add
    for name in change.remove { responseHeaders.remove(name) }
  }
}

extension [Header] {
  fileprivate func value(of name: String) -> String? {
    first { ASCII.lower($0.name) == ASCII.lower(name) }?.value
  }

  fileprivate mutating func remove(_ name: String) {
    removeAll { ASCII.lower($0.name) == ASCII.lower(name) }
  }

  fileprivate mutating func replace(_ header: Header) {
    remove(header.name)
    append(header)
  }
}
