import Routing

/// The choice of a backend as a chain of maps: each condition's default is the next one.
struct NginxChoice {
  let choice: Choice
  let scope: NginxScope

  /// The upstream, or the variable that names it.
  func target(_ lines: inout NginxLines) throws(Unsaid) -> String {
    var next = try upstream(of: choice.otherwise, scope.variable("share"), &lines)
    for (index, branch) in choice.branches.enumerated().reversed() {
      let number = scope.variable("branch\(index)")
      guard branch.conditions.count == 1, let condition = branch.conditions.first else {
        throw Unsaid("a choice by several conditions at once")
      }
      let chosen = try upstream(of: branch.pool, "\(number)_share", &lines)
      let (source, key) = try NginxCondition.key(of: condition)
      next = lines.map(source, number, [(key, chosen), ("default", next)])
    }
    return next
  }

  private func upstream(
    of pool: Pool, _ variable: String, _ lines: inout NginxLines
  ) throws(Unsaid) -> String {
    let shares = pool.shares.filter { $0.weight > 0 }
    guard let last = shares.last else { return "status.503" }
    var entries: [String] = []
    for share in shares.dropLast() {
      entries.append("  \(Self.percent(share, of: pool))% \(try upstream(share.backend, &lines));")
    }
    let rest = try upstream(last.backend, &lines)
    guard !entries.isEmpty else { return rest }
    lines.http += ["split_clients $request_id \(variable) {"] + entries + ["  * \(rest);", "}"]
    return variable
  }

  /// nginx takes two decimals.
  private static func percent(_ share: Share, of pool: Pool) -> String {
    let hundredths = share.weight * 10_000 / max(1, pool.total)
    let decimals = String(hundredths % 100)
    return "\(hundredths / 100).\(decimals.count < 2 ? "0" : "")\(decimals)"
  }

  private func upstream(
    _ backend: Backend, _ lines: inout NginxLines
  ) throws(Unsaid) -> String {
    switch backend.state {
    case .empty, .missing: return "status.503"
    case .ready:
      guard !backend.namespace.isEmpty else { throw Unsaid("a host outside the cluster") }
      lines.backends.insert(backend)
      return scope.upstream(backend)
    }
  }
}
