import Routing

extension HostRoutes {
  /// How long and how often a location's backend is tried, where it is not nginx's usual.
  func patience(_ block: LocationBlock) -> Patience {
    let settings = ingress(block)?.settings
    return Patience(
      read: unusual(settings?.timeouts.read ?? controller.readTimeout, 60),
      send: unusual(settings?.timeouts.send ?? controller.sendTimeout, 60),
      tries: unusual(settings?.retries.tries ?? controller.nextUpstreamTries, 3))
  }

  private func unusual(_ value: Int, _ usual: Int) -> Int? { value == usual ? nil : value }
}
