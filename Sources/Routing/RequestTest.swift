/// A question about a request that is asked before any host is chosen.
package indirect enum RequestTest: Hashable, Sendable {
  /// All of these hold; none at all holds always.
  case all([RequestTest])
  /// One of these holds; none at all holds never.
  case any([RequestTest])
  /// This does not hold.
  case not(RequestTest)
  /// The address of the connection lies in this range.
  case peerAddress(String)
  /// The client's address, as far as headers are believed, lies in this range.
  case clientAddress(String)
  /// The Host header, with a port where one was sent.
  case host(TextMatch)
  /// The path as hosts' routes are matched with it.
  case path(TextMatch)
  /// The method.
  case method(TextMatch)
  /// A header; its lines joined.
  case header(name: String, TextMatch)
  /// The TLS server name; empty without one.
  case serverName(TextMatch)
  /// The listener's port.
  case port(Int)
  /// The client's certificate carries something; this text says what.
  case certificate(String)
  /// Something that only the live system knows; this text says what.
  case live(String)
}

/// How a text is compared.
package enum TextMatch: Hashable, Sendable {
  /// Any text but none at all.
  case present
  /// This text.
  case exact(String, ignoringCase: Bool = false)
  /// A text that begins so.
  case beginning(String, ignoringCase: Bool = false)
  /// A text that ends so.
  case ending(String, ignoringCase: Bool = false)
  /// A text that this RE2 expression fits as a whole.
  case whole(String)
}
