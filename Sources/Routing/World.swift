/// What is outside the proxy and its objects, as far as somebody says it.
package struct World: Hashable, Sendable {
  /// What backends answer; nil where that is not said.
  package var backend: WorldAnswer?
  /// What authentication services answer, by their address.
  package var authentication: [String: WorldAnswer]

  package init(backend: WorldAnswer? = nil, authentication: [String: WorldAnswer] = [:]) {
    self.backend = backend
    self.authentication = authentication
  }
}

/// What a server outside answers.
package struct WorldAnswer: Hashable, Sendable {
  package var status: Int
  package var headers: [Header]

  package init(status: Int, headers: [Header] = []) {
    self.status = status
    self.headers = headers
  }
}
