import Routing

extension RouteSpeaker {
  /// The longest body; one that nobody wrote down is told once for all routes.
  mutating func sayBodyLimit(_ bytes: Int) {
    guard !context.settings.deciding(.bodyLimit, of: route.origin.object).isEmpty else { return }
    close(.bodyLimit, because: "\(bytes) bytes")
  }

  /// The requests and connections of one client.
  mutating func sayRateLimit(_ limit: RateLimit) {
    if limit.perSecond > 0 || limit.perMinute > 0 { close(.requestRate) }
    if limit.connections > 0 { close(.connections) }
  }
}
