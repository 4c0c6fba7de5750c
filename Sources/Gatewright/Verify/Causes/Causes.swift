import Evidence
import Routing
import Verification

/// The findings of a report, arranged to explain differences.
struct Causes {
  /// The findings that explain a difference.
  struct Explanation {
    var causes: [DifferenceCause]
    /// Whether they explain all of it.
    var isComplete: Bool

    static let nothing = Explanation(causes: [], isComplete: false)
  }

  private struct Known {
    var group: FindingGroup
    var occurrence: FindingGroup.Occurrence
  }

  private var byCode: [String: [Known]] = [:]

  init(_ groups: [FindingGroup]) {
    for group in groups {
      for occurrence in group.occurrences {
        byCode[group.rule.code, default: []].append(Known(group: group, occurrence: occurrence))
      }
    }
  }

  /// The findings that explain in what the answers to a request differ.
  func explaining(
    _ difference: Counterexample, _ host: HostClass, ingressesOfHost: Set<ObjectReference>
  ) -> Explanation {
    let facts = DifferenceFacts(
      request: difference.request, before: difference.before, after: difference.after, host: host,
      routeBefore: difference.routeBefore)
    return explaining(facts, difference.aspects, ingressesOfHost)
  }

  func explaining(
    _ facts: DifferenceFacts, _ aspects: Set<Aspect>, _ ingressesOfHost: Set<ObjectReference>
  ) -> Explanation {
    var open = aspects
    var causes: [DifferenceCause] = []
    for cause in Cause.all where !cause.aspects.isDisjoint(with: open) && cause.explains(facts) {
      guard let known = finding(cause, facts, ingressesOfHost) else { continue }
      open.subtract(cause.aspects)
      causes.append(DifferenceCause(known.group, known.occurrence))
    }
    return Explanation(causes: causes, isComplete: open.isEmpty)
  }

  private func finding(
    _ cause: Cause, _ facts: DifferenceFacts, _ ingressesOfHost: Set<ObjectReference>
  ) -> Known? {
    let known = cause.codes.sorted().flatMap { byCode[$0] ?? [] }
    switch cause.scope {
    case .any: return known.first
    case .host:
      let objects = ingressesOfHost.union(facts.ingresses)
      return known.first { $0.occurrence.subject.map(objects.contains) ?? true }
    case .route:
      let objects = facts.ingresses.isEmpty ? ingressesOfHost : facts.ingresses
      return known.first { $0.occurrence.subject.map(objects.contains) ?? true }
    }
  }
}

extension DifferenceFacts {
  /// The Ingresses of the route and of its canary.
  fileprivate var ingresses: Set<ObjectReference> {
    var objects = Set([routeBefore?.origin.object].compactMap { $0 })
    if case .forward(let choice)? = routeBefore?.destination, let canary = choice.canary {
      objects.formUnion([canary.origin.object].compactMap { $0 })
    }
    return objects
  }
}

extension DifferenceCause {
  fileprivate init(_ group: FindingGroup, _ occurrence: FindingGroup.Occurrence) {
    self.init(
      code: group.rule.code, severity: group.severity, title: group.rule.title,
      remedy: group.remedy, place: occurrence.place)
  }
}
