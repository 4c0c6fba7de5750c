/// Error statuses that another backend answers: nginx's `error_page` with `proxy_intercept_errors`.
package struct ErrorPages: Hashable, Sendable {
  /// Each once, in their order.
  package var statuses: [Int]
  /// Who answers instead; nil for the proxy's own 404.
  package var backend: Backend?
  /// Whether the statuses of backends count, not only the proxy's own.
  package var interceptsBackends: Bool
  /// What the backend is told of the route beside status and address.
  package var headers: [Header]

  package init(
    statuses: [Int], backend: Backend?, interceptsBackends: Bool, headers: [Header] = []
  ) {
    self.statuses = Set(statuses).sorted()
    self.backend = backend
    self.interceptsBackends = interceptsBackends
    self.headers = headers
  }
}
