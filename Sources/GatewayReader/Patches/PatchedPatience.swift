import GatewayAPI
import Routing

extension Patience {
  /// Takes over what a patch says of time and attempts.
  mutating func merge(_ change: EnvoyFilter.RouteChange) {
    if let text = change.idleTimeout, let seconds = Duration(istio: text)?.wholeSeconds {
      idle = seconds == 0 ? nil : seconds
    }
    if let policy = change.retries { tries = policy.tries ?? tries }
  }
}

extension EnvoyFilter.RetryPolicy {
  /// How often the backend is tried in all; nil where it is Istio's usual, three times.
  fileprivate var tries: Int? {
    if conditions == ["retriable-headers"] { return 1 }
    guard let retries, retries > 0 else { return nil }
    return retries == 2 ? nil : retries + 1
  }
}
