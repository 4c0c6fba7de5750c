import Evidence
import Routing

/// One of Envoy's route tables: the hosts of a plain HTTP port, or of one TLS listener.
struct RouteTable {
  private struct Member: Hashable {
    let hostname: Hostname
    let object: Int
  }

  private var candidates: [Hostname: [Candidate]] = [:]
  private var members: Set<Member> = []

  /// Adds a route object to a host; objects come oldest first, and each counts once.
  mutating func add(_ object: Int, to hostname: Hostname, _ routes: () -> [Candidate]) {
    guard members.insert(Member(hostname: hostname, object: object)).inserted else { return }
    candidates[hostname, default: []] += routes()
  }

  /// The hosts with their routes in the order in which Envoy tries them.
  ///
  /// - Returns: no host at all where Envoy refuses the table, with the reason among the findings.
  func read() -> (hosts: [Host], findings: [Finding]) {
    var hosts: [Host] = []
    var findings: [Finding] = []
    var isRefused = false
    for (hostname, routes) in candidates.sorted(by: { $0.key.description < $1.key.description }) {
      let sorted = routes.stablySorted { $0.order.precedes($1.order) }
      let kept = sorted.untilCatchAll
      findings += Self.unreachable(sorted[kept.count...], behind: kept.last, on: hostname)
      for candidate in kept {
        guard let fault = candidate.fault else { continue }
        isRefused = true
        findings.append(Self.refused(candidate.route.origin, fault))
      }
      hosts.append(
        Host(
          pattern: hostname.pattern, routes: kept.map(\.route),
          origin: kept.first?.route.origin ?? Origin()))
    }
    return (isRefused ? [] : hosts, findings)
  }

  private static func refused(_ origin: Origin, _ fault: String) -> Finding {
    Finding(
      .routeTableRefused, of: origin.object, at: origin.place, field: origin.part, message: fault)
  }

  private static func unreachable(
    _ routes: ArraySlice<Candidate>, behind catchAll: Candidate?, on hostname: Hostname
  ) -> [Finding] {
    var seen: Set<Origin> = []
    return routes.map(\.route.origin).filter { seen.insert($0).inserted }.map { origin in
      let part = catchAll?.route.origin
      let winner = [part?.object?.description, part?.part].compactMap(\.self)
      return Finding(
        .rulesUnreachable, of: origin.object, at: origin.place, field: origin.part,
        message: "On host \(hostname), \(winner.joined(separator: " ")) takes every request.")
    }
  }
}

extension Array {
  /// The elements sorted, equal ones in their order; the standard library does not promise that.
  fileprivate func stablySorted(by precedes: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { left, right in
      if precedes(left.element, right.element) { return true }
      return left.offset < right.offset && !precedes(right.element, left.element)
    }.map(\.element)
  }
}
