import Evidence
import GatewayAPI
import Patterns
import Routing

/// Says the choice of one route as rules: header before cookie before weight, in list order.
///
/// Istio keeps the list order among rules of equal path and header count inside one object, and a
/// rule with one header match comes before one with none.
struct CanaryRules {
  let route: Route
  let options: WriteOptions

  init(_ route: Route, _ options: WriteOptions) {
    self.route = route
    self.options = options
  }

  /// The rules of a choice for one path, as seen from one namespace.
  func rules(
    _ choice: Choice, _ path: HTTPRoute.Path, _ namespace: String, _ comments: [String]
  ) -> [HTTPRoute.Rule] {
    let said = limited(choice)
    let last = HTTPRoute.Rule(
      matches: [HTTPRoute.Match(path: path)], backends: backends(said.otherwise, namespace),
      comments: comments + canaryComment(said, of: said.otherwise))
    let branches = said.neededBranches.map { branch, header in
      HTTPRoute.Rule(
        matches: [HTTPRoute.Match(path: path, headers: [header])],
        backends: backends(branch.pool, namespace), comments: comments + branchComment(said))
    }
    return branches + [last]
  }

  /// The choice as the canary scope allows it.
  private func limited(_ choice: Choice) -> Choice {
    guard let canary = choice.canary, !canary.namesPath else { return choice }
    switch options.canaryScope {
    case .upstream: return choice
    case .path: return Choice(otherwise: Pool(canary.primary))
    }
  }

  private func backends(_ pool: Pool, _ namespace: String) -> [HTTPRoute.Backend] {
    let shares = pool.shares.filter { $0.weight > 0 && $0.backend.port > 0 }
    let weights = gatewayWeights(shares.map(\.weight))
    return zip(shares, weights).map { share, weight in
      HTTPRoute.Backend(
        BackendReference(share.backend, from: namespace),
        weight: shares.count > 1 ? weight : nil)
    }
  }

  private func branchComment(_ choice: Choice) -> [String] {
    guard options.writesProvenance, let canary = choice.canary else { return [] }
    return ["canary: \(describe(canary.origin))"]
  }

  private func canaryComment(_ choice: Choice, of pool: Pool) -> [String] {
    pool.shares.count > 1 ? branchComment(choice) : []
  }
}

extension Choice {
  /// The branches that a header match can say, without those at the end that lead where everybody
  /// else goes anyway.
  fileprivate var neededBranches: ArraySlice<(branch: Branch, header: HTTPRoute.Value)> {
    let spoken = branches.compactMap { branch -> (branch: Branch, header: HTTPRoute.Value)? in
      guard branch.conditions.count == 1, let condition = branch.conditions.first,
        let header = SpokenCondition(condition).header
      else { return nil }
      return (branch, header)
    }
    let end = spoken.lastIndex { $0.branch.pool != otherwise }
    return end.map { spoken[...$0] } ?? []
  }
}

/// Weights within Gateway API's 1,000,000, in the same proportion.
func gatewayWeights(_ weights: [Int]) -> [Int] {
  let divisor = weights.reduce(0, greatestCommonDivisor)
  let largest = weights.max() ?? 0
  guard largest > 1_000_000, divisor > 0 else { return weights }
  let reduced = weights.map { $0 / divisor }
  guard let top = reduced.max(), top > 1_000_000 else { return reduced }
  return reduced.map { max(1, Int(Double($0) / Double(top) * 1_000_000)) }
}

private func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
  var (left, right) = (left, right)
  while right != 0 { (left, right) = (right, left % right) }
  return left
}
