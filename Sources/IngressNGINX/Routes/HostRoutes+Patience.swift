import Routing

extension HostRoutes {
  /// How long and how often a location's backend is tried, where it is not nginx's usual.
  func patience(_ block: LocationBlock) -> Patience {
    let settings = ingress(block)?.settings
    var patience = Patience(
      read: unusual(settings?.timeouts.read ?? controller.readTimeout, 60),
      send: unusual(settings?.timeouts.send ?? controller.sendTimeout, 60),
      tries: unusual(settings?.retries.tries ?? controller.nextUpstreamTries, 3))
    guard let settings, !settings.speaksGRPC else { return patience }
    let words =
      settings.retries.conditions
      ?? controller.nextUpstream.split(whereSeparator: \.isWhitespace).map(String.init)
    // `off` wins over every other word (`ngx_http_proxy_merge_loc_conf`).
    if words.contains("off") { patience.tries = 1 }
    patience.failures = Set(words.compactMap(failure))
    patience.repeatsChanges = words.contains("non_idempotent")
    return patience
  }

  private func unusual(_ value: Int, _ usual: Int) -> Int? { value == usual ? nil : value }
}

/// A word of `proxy_next_upstream`; nil for those that name no failure.
private func failure(_ word: String) -> Patience.Failure? {
  switch word {
  case "error": .broken
  case "timeout": .timeout
  case "invalid_header": .invalidAnswer
  case _ where word.hasPrefix("http_"): Int(word.dropFirst(5)).map { .status($0) }
  case _: nil
  }
}

extension IngressSettings {
  /// Whether the backend is spoken to in gRPC, which `proxy_next_upstream` does not reach.
  fileprivate var speaksGRPC: Bool {
    ["GRPC", "GRPCS"].contains(backendProtocol.text.uppercased())
  }
}
