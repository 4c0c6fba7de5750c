import Routing

/// The exact parts of the requests that the backends of a pool take.
struct Shares {
  /// One fraction for each receiver, reduced, in the order of the pool; empty for no weight at all.
  let fractions: [Fraction]

  init(_ pool: Pool, _ proxy: RequestReading.Proxy) {
    var weights: [(Fraction.Receiver, Int)] = []
    for share in pool.shares where share.weight > 0 {
      let receiver = Self.receiver(of: share.backend, proxy)
      let index = weights.firstIndex { $0.0 == receiver }
      if let index {
        weights[index].1 = Self.sum(weights[index].1, share.weight)
      } else {
        weights.append((receiver, share.weight))
      }
    }
    let total = weights.reduce(0) { Self.sum($0, $1.1) }
    fractions = weights.map { receiver, weight in
      let divisor = Self.commonDivisor(weight, total)
      return Fraction(receiver, weight / divisor, of: total / divisor)
    }
  }

  /// A Service without endpoints is 503 to both; one that does not exist is 500 to Envoy
  /// (`cluster_not_found_response_code`).
  private static func receiver(
    of backend: Backend, _ proxy: RequestReading.Proxy
  ) -> Fraction.Receiver {
    switch (backend.state, proxy) {
    case (.ready, _): .backend(backend)
    case (.empty, _), (.missing, .nginx): .status(503)
    case (.missing, .envoy): .status(500)
    }
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? .max : sum
  }

  /// At least 1, so that it divides without a trap.
  private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}
