import Evidence
import GatewayWriter
import IngressNGINX

extension Report {
  /// Sums up what was read and what was written.
  init(
    of source: Source, writing: Writing, emitted: [String: Int], accepted: [Acceptance] = []
  ) {
    verification = nil
    steps = writing.steps
    surroundings = RequiredSurroundings(
      meshConfig: writing.meshConfig, authorities: writing.authorities,
      copiedSecrets: writing.copiedSecrets)
    groups = Grouping(accepted.applied(to: source.findings + writing.findings)).groups
    ingresses = Self.ingresses(source.ingresses, groups)
    summary = Summary(
      objectsRead: source.objectCount,
      verdicts: ingresses.reduce(into: [:]) { $0[$1.verdict, default: 0] += 1 },
      skipped: source.skipped, emitted: emitted,
      findings: groups.reduce(into: [:]) { $0[$1.severity, default: 0] += $1.occurrences.count })
  }

  private static func ingresses(
    _ states: [IngressState], _ groups: [FindingGroup]
  ) -> [IngressReport] {
    let positions = positionsBySubject(groups)
    return states.map { state in
      let positions = positions[state.reference] ?? []
      return IngressReport(
        reference: state.reference, place: state.place,
        verdict: verdict(of: state.state, positions.map { groups[$0].rule.effect }),
        reason: reason(of: state.state), groups: positions)
    }
    .sorted { ($0.reference, $0.place) < ($1.reference, $1.place) }
  }

  /// For each object the groups that mention it, each once, in the groups' order.
  private static func positionsBySubject(_ groups: [FindingGroup]) -> [ObjectReference: [Int]] {
    var positions: [ObjectReference: [Int]] = [:]
    for (position, group) in groups.enumerated() {
      for subject in group.occurrences.lazy.compactMap(\.subject)
      where positions[subject]?.last != position {
        positions[subject, default: []].append(position)
      }
    }
    return positions
  }

  /// An Ingress that the controller drops or leaves to others has nothing to lose.
  private static func verdict(of state: IngressState.State, _ effects: [Effect]) -> Verdict {
    let worst = effects.map { Verdict($0) }.max() ?? .exact
    return switch state {
    case .accepted: worst
    case .denied: max(.notServed, worst)
    case .dropped, .ignored: .notServed
    }
  }

  private static func reason(of state: IngressState.State) -> String? {
    switch state {
    case .accepted: nil
    case .denied(let reason), .dropped(let reason): reason
    case .ignored: nil
    }
  }
}
