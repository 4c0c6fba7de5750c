extension Upstream.Balancing {
  /// How endpoints are chosen, in words.
  package var words: String {
    switch self {
    case .roundRobin: "round robin"
    case .leastRequest: "least request"
    case .hash(let key): "the hash of \(key.words)"
    case .cookie(let cookie): "the cookie \(cookie.name)"
    }
  }
}

extension HashKey {
  /// What is hashed, in words.
  package var words: String {
    switch self {
    case .address: "the client's address"
    case .header(let name): "the header \(name)"
    case .cookie(let name): "the cookie \(name)"
    case .parameter(let name): "the parameter \(name)"
    case .text(let text): text
    }
  }
}
