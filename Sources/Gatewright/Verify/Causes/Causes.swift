import Evidence
import IngressNGINX
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

  fileprivate struct Known {
    var group: FindingGroup
    var occurrence: FindingGroup.Occurrence
    /// In what answers can differ for it; for all but annotations that is the cause's to say.
    var aspects: Set<Aspect>

    init(_ group: FindingGroup, _ occurrence: FindingGroup.Occurrence) {
      self.group = group
      self.occurrence = occurrence
      aspects = Loss(ofField: occurrence.field)?.aspects ?? .everything
    }
  }

  /// The findings of one code.
  fileprivate struct Code {
    var first: Known
    /// The first about no object.
    var general: Known?
    /// All about each object.
    var bySubject: [ObjectReference: [Known]] = [:]
  }

  private var codes: [String: Code] = [:]

  init(_ groups: [FindingGroup]) {
    for group in groups {
      for occurrence in group.occurrences { add(Known(group, occurrence)) }
    }
  }

  private mutating func add(_ known: Known) {
    var code = codes[known.group.rule.code] ?? Code(first: known)
    if let subject = known.occurrence.subject {
      code.bySubject[subject, default: []].append(known)
    } else {
      code.general = code.general ?? known
    }
    codes[known.group.rule.code] = code
  }

  /// The findings that explain in what the answers to a request differ.
  ///
  /// - Parameters:
  ///   - difference: the answers.
  ///   - host: the class of names that the request belongs to.
  ///   - ingressesOfHost: the Ingresses whose routes the host has.
  ///   - styled: what ingress-nginx would answer with paths in the form of `--style`.
  /// - Returns: the findings, and whether they explain all of it.
  func explaining(
    _ difference: Counterexample, _ host: HostClass, ingressesOfHost: Set<ObjectReference>,
    styled: Answer?
  ) -> Explanation {
    let facts = DifferenceFacts(
      request: difference.request, before: difference.before, after: difference.after, host: host,
      routeBefore: difference.routeBefore, routeAfter: difference.routeAfter, styled: styled)
    return explaining(facts, difference.aspects, ingressesOfHost)
  }

  func explaining(
    _ facts: DifferenceFacts, _ aspects: Set<Aspect>, _ ingressesOfHost: Set<ObjectReference>
  ) -> Explanation {
    var open = aspects
    var causes: [DifferenceCause] = []
    for cause in Cause.all where !cause.aspects.isDisjoint(with: open) && cause.explains(facts) {
      let aspects = cause.bounds?(facts) ?? cause.aspects
      for known in findings(cause, facts, ingressesOfHost) {
        let explained = aspects.intersection(known.aspects)
        guard !explained.isDisjoint(with: open) else { continue }
        open.subtract(explained)
        causes.append(DifferenceCause(known.group, known.occurrence))
      }
    }
    return Explanation(causes: causes, isComplete: open.isEmpty)
  }

  private func findings(
    _ cause: Cause, _ facts: DifferenceFacts, _ ingressesOfHost: Set<ObjectReference>
  ) -> [Known] {
    for code in cause.codes.sorted() {
      guard let code = codes[code] else { continue }
      switch cause.scope {
      case .any: return [code.first]
      case .host:
        let known = code.findings(about: ingressesOfHost.union(facts.ingresses))
        if !known.isEmpty { return known }
      case .route:
        let known = code.findings(
          about: facts.ingresses.isEmpty ? ingressesOfHost : facts.ingresses)
        if !known.isEmpty { return known }
      }
    }
    return []
  }
}

extension Causes.Code {
  fileprivate func findings(about objects: Set<ObjectReference>) -> [Causes.Known] {
    objects.sorted().flatMap { bySubject[$0] ?? [] } + (general.map { [$0] } ?? [])
  }
}

extension DifferenceFacts {
  /// The Ingresses of the route and of its canary, and of the route that takes its place by style.
  fileprivate var ingresses: Set<ObjectReference> {
    var objects = Set([routeBefore?.origin.object].compactMap { $0 })
    if let styled, !byStyle.isEmpty {
      objects.formUnion(styled.steps.compactMap { $0.origin.object })
    }
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
