package import Routing
import Tracing

/// Compares what two sites do with all requests.
package struct Comparison: Sendable {
  let before: Answering
  let after: Answering
  let upstreams: (before: [ServiceName: Upstream], after: [ServiceName: Upstream])
  let budget: Budget
  /// Whether to keep a request for each class.
  let keepsWitnesses: Bool
  /// The classes of host names that either site tells apart.
  package let hosts: [HostClass]

  package init(
    _ before: Site, _ after: Site, budget: Budget = Budget(), keepsWitnesses: Bool = false
  ) {
    self.before = Answering(before)
    self.after = Answering(after)
    upstreams = (before.byService, after.byService)
    self.budget = budget
    self.keepsWitnesses = keepsWitnesses
    hosts = HostClasses(before, after).classes
  }

  /// The verdicts on all hosts, in the order of `hosts`.
  package func verdicts() -> [HostVerdict] {
    var cache = ValueCache()
    return hosts.map { verdict(on: $0, &cache) }
  }

  private func verdict(on host: HostClass, _ cache: inout ValueCache) -> HostVerdict {
    var work = HostComparison(host, self, cache)
    for scheme in Request.Scheme.allCases { work.compare(scheme) }
    cache = work.cache
    return work.verdict
  }
}

extension Site {
  /// How connections are made, by Service.
  fileprivate var byService: [ServiceName: Upstream] {
    Dictionary(upstreams.map { (ServiceName($0), $0) }) { first, _ in first }
  }
}
