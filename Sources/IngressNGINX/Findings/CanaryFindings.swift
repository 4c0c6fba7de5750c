import Evidence
import Kubernetes

extension Configuration {
  /// What is to be said of canaries: who is paired, who is not, and whose rules do nothing.
  var canaryFindings: [Finding] {
    pairings.compactMap(finding) + alternativeFindings + policyFindings
  }

  private func finding(_ pairing: CanaryPairing) -> Finding? {
    let path = "\(pairing.host.isEmpty ? "*" : pairing.host)\(pairing.path)"
    guard let rule = pairing.outcome.rule else { return nil }
    return Finding(
      rule, of: ingresses[pairing.canary].ingress.reference, at: pairing.place, message: path)
  }

  /// Canaries behind the first of an upstream, and canaries that reach paths they do not name.
  private var alternativeFindings: [Finding] {
    let paired = upstreams.values.filter { !$0.alternatives.isEmpty }
    return paired.sorted { $0.name < $1.name }.flatMap { upstream -> [Finding] in
      guard let first = upstream.alternatives.first else { return [] }
      let later = upstream.alternatives.dropFirst().map { later in
        Finding(
          .canarySecondIgnored, of: ingresses[later.canary].ingress.reference,
          at: ingresses[later.canary].ingress.metadata.place,
          message: "\(ingresses[first.canary].ingress.reference) is the canary of "
            + "\(upstream.backend)")
      }
      return later + usabilityFindings(of: first)
    }
  }

  /// Why an upstream that was paired gets no canary traffic all the same, or another's policy.
  private func usabilityFindings(of alternative: Alternative) -> [Finding] {
    let owner = ingresses[alternative.canary].ingress
    func finding(_ rule: Rule, _ message: String) -> Finding {
      Finding(rule, of: owner.reference, at: owner.metadata.place, message: message)
    }
    guard let canary = upstreams[alternative.name] else {
      return [finding(.canaryDeleted, "the upstream \(alternative.name) is deleted")]
    }
    if !canary.hasEndpoints {
      return [finding(.canaryWithoutEndpoints, "\(canary.backend) has no endpoints")]
    }
    if canary.policy == nil {
      return [finding(.canaryServiceIsOrdinary, "\(canary.backend) serves other paths, too")]
    }
    guard canary.owner != alternative.canary else { return [] }
    return [
      finding(.canaryPolicyOfAnother, "\(ingresses[canary.owner].ingress.reference) decides")
    ]
  }

  private var policyFindings: [Finding] {
    ingresses.flatMap { served -> [Finding] in
      guard let policy = served.settings.canary.policy else { return [] }
      return policy.oddities.map { rule, message in
        Finding(
          rule, of: served.ingress.reference, at: served.ingress.metadata.place, message: message)
      }
    }
  }
}

extension CanaryPairing.Outcome {
  /// What a pairing that did not come about is called.
  fileprivate var rule: Rule? {
    switch self {
    case .paired: nil
    case .hostNotServed: .canaryHostNotServed
    case .unmatched: .canaryUnmatched
    case .sameService: .canarySameService
    case .upstreamDeleted: .canaryDeleted
    }
  }
}

extension Canary.Policy {
  /// Settings of the policy that do less than they seem to say.
  fileprivate var oddities: [(Rule, String)] {
    var oddities: [(Rule, String)] = []
    if weightTotal < 100 {
      oddities.append((.canaryWeightTotalIgnored, "\(weight) of 100, not of \(weightTotal)"))
    }
    if weight < 0 || weight > effectiveTotal {
      oddities.append((.canaryWeightOutOfRange, "\(weight) of \(effectiveTotal)"))
    }
    if header.isEmpty && !(headerValue.isEmpty && headerPattern.isEmpty) {
      oddities.append((.canaryHeaderMissing, ""))
    }
    if !headerValue.isEmpty && !headerPattern.isEmpty {
      oddities.append((.canaryPatternHidden, headerPattern))
    }
    if headerValue.isEmpty && !headerPattern.isEmpty && !hasUsablePattern {
      oddities.append((.canaryPatternInvalid, headerPattern))
    }
    if header.isEmpty && cookie.isEmpty && weight <= 0 {
      oddities.append((.canaryWithoutRule, ""))
    }
    return oddities
  }
}
