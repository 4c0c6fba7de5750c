import Evidence
import Routing

/// One of Envoy's route tables: the hosts of a plain HTTP port, or of one TLS listener.
struct RouteTable {
  private var hosts: [Hostname: HostRoutes] = [:]

  /// Adds a route object to the host of an attachment; objects come oldest first.
  mutating func add(
    _ object: Int, of age: Int, at attachment: Attachment, _ candidates: () -> [Candidate]
  ) {
    hosts[attachment.hostname, default: HostRoutes()].add(
      object, of: age, at: attachment, candidates)
  }

  /// The hosts with their routes in the order in which Envoy tries them.
  ///
  /// - Parameters:
  ///   - name: what Istio calls the table.
  ///   - patches: what EnvoyFilters change about it.
  /// - Returns: no host at all where Envoy refuses the table, with the reason among the findings.
  func read(
    _ name: RouteTableName, _ patches: Patches
  ) -> (hosts: [Host], findings: [Finding]) {
    let chain = patches.filters(onPort: name.port)
    var result: [Host] = []
    var refusals: [Finding] = []
    var findings: [Finding] = []
    for (hostname, routes) in hosts.sorted(by: { $0.key.description < $1.key.description }) {
      let kept = routes.kept.map { candidate in
        candidate.patched(
          by: patches.patches(ofRoute: candidate.name).filter {
            name.isMeant(by: $0.selection, candidate, on: hostname)
          },
          in: chain)
      }
      result.append(
        Host(
          pattern: hostname.pattern, routes: kept.map(\.route),
          origin: kept.first?.route.origin ?? Origin()))
      refusals += kept.compactMap(\.refusal)
      findings += Self.told(routes.unreachable, on: hostname)
    }
    return (refusals.isEmpty ? result : [], refusals + findings)
  }

  /// One finding for each rule, not for each of its matches.
  private static func told(
    _ unreachable: [(route: Candidate, catchAll: Candidate)], on hostname: Hostname
  ) -> [Finding] {
    var seen: Set<Origin> = []
    return unreachable.compactMap { candidate, catchAll in
      let origin = candidate.route.origin
      guard seen.insert(origin).inserted else { return nil }
      let winner = [catchAll.route.origin.object?.description, catchAll.route.origin.part]
      let words = winner.compactMap(\.self).joined(separator: " ")
      return Finding(
        .rulesUnreachable, of: origin.object, at: origin.place, field: origin.part,
        message: "On host \(hostname), \(words) takes every request.")
    }
  }
}

extension Candidate {
  fileprivate var refusal: Finding? {
    fault.map {
      Finding(
        .routeTableRefused, of: route.origin.object, at: route.origin.place,
        field: route.origin.part, message: $0)
    }
  }
}
