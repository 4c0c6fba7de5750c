package import Routing
package import Tracing

/// Compares what two sites do with all requests.
package struct Comparison: Sendable {
  let before: Answering
  let after: Answering
  let upstreams: (before: [BackendPort: Upstream], after: [BackendPort: Upstream])
  /// A third site, whose requests are told apart, too.
  let reference: Answering?
  let budget: Budget
  /// Whether to keep a request for each class.
  let keepsWitnesses: Bool
  /// The classes of host names that either site tells apart.
  package let hosts: [HostClass]

  package init(
    _ before: Site, _ after: Site, reference: Answering? = nil, budget: Budget = Budget(),
    keepsWitnesses: Bool = false
  ) {
    self.before = Answering(before)
    self.after = Answering(after)
    upstreams = (before.byService, after.byService)
    self.reference = reference
    self.budget = budget
    self.keepsWitnesses = keepsWitnesses
    hosts = HostClasses(before, after).classes
  }

  /// The verdicts on all hosts, in the order of `hosts`.
  ///
  /// Differences of the same routes in the same respects are told as one, unless `label` sets them
  /// apart; it is told of each when all of the host is known, on several threads at once.
  package func verdicts(
    label: @Sendable (Counterexample, HostVerdict) -> String = { _, _ in "" }
  ) -> [HostVerdict] {
    InParallel(hosts, atOnce: 64).map { part in
      var cache = ValueCache()
      return part.map { verdict(on: $0, label, &cache) }
    }
  }

  private func verdict(
    on host: HostClass, _ label: (Counterexample, HostVerdict) -> String,
    _ cache: inout ValueCache
  ) -> HostVerdict {
    guard !host.name.isEmpty else { return HostVerdict(unnamed: host) }
    var work = HostComparison(host, self, cache)
    for scheme in Request.Scheme.allCases { work.compare(scheme) }
    work.sum(label)
    cache = work.cache
    return work.verdict
  }
}

extension Site {
  /// How connections are made, by Service.
  fileprivate var byService: [BackendPort: Upstream] {
    Dictionary(upstreams.map { (BackendPort($0), $0) }) { first, _ in first }
  }
}
