import Evidence
import Routing

extension RouteSpeaker {
  /// How long and how often the backend is tried, where somebody wrote it and an EnvoyFilter may say
  /// it; without one the settings are lost.
  mutating func sayPatience() {
    guard context.options.allowsEnvoyFilter, case .forward = route.destination else { return }
    sayIdleTimeout()
    sayRetries()
  }

  /// One timeout for reads and writes: the longer, so that nothing ends earlier than today.
  private mutating func sayIdleTimeout() {
    let isWritten = !context.settings.deciding(.idleTimeout, of: route.origin.object).isEmpty
    let seconds = max(route.patience.read ?? 60, route.patience.send ?? 60)
    // A backend that is given no time answers 504 to everything, which no timeout says.
    guard isWritten, route.patience.read != 0, seconds > 0 else { return }
    said(.idleTimeout)
    speech.patches.append(.idleTimeout(min(seconds, 999_999_999)))
    tell(.idleTimeoutForBoth, about: .idleTimeout, "\(seconds) seconds.")
  }

  private mutating func sayRetries() {
    guard !context.settings.deciding(.retries, of: route.origin.object).isEmpty else { return }
    said(.retries)
    guard let failures = route.patience.failures else { return }
    let retries = RoutePatch.Retries(route.patience, after: failures)
    speech.patches.append(.retries(retries))
    tell(.retriesDiffer, about: .retries, retries.words)
  }
}

extension RouteSpeaker {
  /// Tells what is different about how a topic is said, at what somebody wrote about it.
  mutating func tell(_ rule: Rule, about topic: Topic, _ message: String) {
    let object = route.origin.object
    let cause = context.settings.deciding(topic, of: object).first
    speech.findings.append(
      Finding(
        rule, of: object, at: cause?.origin.place ?? route.origin.place,
        field: cause?.origin.part ?? "", message: message))
  }
}

extension RoutePatch.Retries {
  /// nginx's further tries in Envoy's words; where statuses count, what may change something is
  /// left out unless nginx repeats it, too.
  fileprivate init(_ patience: Patience, after failures: Set<Patience.Failure>) {
    statuses = failures.compactMap(\.status).sorted()
    sparesChanges = !patience.repeatsChanges && !statuses.isEmpty
    let isSafe = sparesChanges || patience.repeatsChanges
    var words: [String] = []
    if failures.contains(.broken) || failures.contains(.timeout) { words.append("connect-failure") }
    if failures.contains(.broken) {
      words += ["refused-stream", isSafe ? "reset" : "reset-before-request"]
    }
    if !statuses.isEmpty { words.append("retriable-status-codes") }
    conditions = words
    let tries = patience.tries ?? 3
    count = words.isEmpty ? 0 : (tries <= 0 ? 3 : min(tries, 1_000_000)) - 1
  }

  /// The policy in words, one sentence.
  fileprivate var words: String {
    guard count > 0 else { return "No request is tried again." }
    let codes = statuses.isEmpty ? "" : " \(statuses.map(String.init).joined(separator: ", "))"
    let spared = sparesChanges ? ", but never POST, LOCK and PATCH" : ""
    return "At most \(count) more after \(conditions.joined(separator: ", "))\(codes)\(spared)."
  }
}

extension Patience.Failure {
  fileprivate var status: Int? {
    guard case .status(let status) = self else { return nil }
    return status
  }
}
