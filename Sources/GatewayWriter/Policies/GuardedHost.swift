import Evidence
import Routing

/// One host's routes with their guards settled: what no policy can say is closed before any rule is
/// written.
struct GuardedHost {
  private(set) var speeches: [HostRules.Side: [RouteSpeech]]
  let policies: [PlannedPolicy]
  private(set) var findings: [Finding] = []

  init(
    _ host: Host, _ routes: [SpokenRoute], _ spoken: [HostRules.Side: [RouteSpeech]],
    _ context: SpeechContext
  ) {
    var closing = Closing(host: host, routes: routes, context: context, speeches: spoken)
    closing.closeBelowLost()
    var guards = HostGuards(host, routes, closing.speeches, context)
    if !guards.failures.isEmpty {
      for failure in guards.failures { closing.close(failure) }
      guards = HostGuards(host, routes, closing.speeches, context)
    }
    speeches = closing.speeches
    policies = guards.policies
    findings = guards.findings
  }
}

/// What keeps people from expressions that cannot be said.
private struct LostLocation {
  /// The first of the expressions.
  var text: String
  var guards: Set<Guard> = []
  var patches: Set<RoutePatch> = []
  var closedBy: Set<Protection> = []

  func adding(_ speech: RouteSpeech) -> LostLocation {
    var lost = self
    lost.guards.formUnion(Set(speech.guards).subtracting([.closed]))
    lost.patches.formUnion(speech.patches)
    lost.closedBy.formUnion(speech.closedBy)
    return lost
  }
}

extension RouteSpeech {
  /// Whether anything keeps people out.
  fileprivate var isProtected: Bool {
    !guards.isEmpty || isClosed || patches.contains { $0.protection != nil }
  }
}

/// Closes locations after they have been said.
private struct Closing {
  let host: Host
  let routes: [SpokenRoute]
  let context: SpeechContext
  var speeches: [HostRules.Side: [RouteSpeech]]

  /// Closes the locations of a guard that cannot be said.
  mutating func close(_ failure: HostGuards.Failure) {
    guard let protection = failure.guarding.protection else { return }
    for index in failure.locations {
      speeches[failure.side]?[index].guards.removeAll { $0 == failure.guarding }
      close(index, failure.side, [protection], because: failure.reason)
    }
  }

  /// Requests for an expression that cannot be said go to the next path that fits: none of those may
  /// ask for less.
  mutating func closeBelowLost() {
    for side in [HostRules.Side.http, .https] {
      guard let all = speeches[side] else { continue }
      var lost: LostLocation?
      for index in routes.indices {
        let (speech, spoken) = (all[index], routes[index])
        if let lost, spoken.path != nil, !speech.isClosed {
          var missing = lost.closedBy
          missing.formUnion(lost.guards.subtracting(speech.guards).compactMap(\.protection))
          missing.formUnion(lost.patches.subtracting(speech.patches).compactMap(\.protection))
          close(
            index, side, missing,
            because: "The protected path \(lost.text) is left out, and its requests come here.")
        }
        guard spoken.isLost, host.hasPatterns, speech.isProtected else { continue }
        lost = (lost ?? LostLocation(text: spoken.route.path.text)).adding(speech)
      }
    }
  }

  private mutating func close(
    _ index: Int, _ side: HostRules.Side, _ protections: Set<Protection>, because reason: String
  ) {
    guard let speech = speeches[side]?[index] else { return }
    var speaker = RouteSpeaker(routes[index], of: host, side, context, after: speech)
    for protection in Protection.allCases where protections.contains(protection) {
      speaker.close(protection, because: reason)
    }
    speeches[side]?[index] = speaker.speech
  }
}
