import Routing

extension Passage {
  /// The shares of requests that are repeated at once: what a full bucket does not let through is
  /// answered by the proxy.
  func limited(_ fractions: [Fraction]) -> [Fraction] {
    let repeats = received.request.repeats
    guard let limit = bucket, let tokens = limit.buckets.map(\.tokens).min(), tokens < repeats,
      repeats > 0
    else { return fractions }
    let passed = fractions.map { fraction in
      Fraction(
        fraction.receiver, fraction.numerator.bounded(times: tokens),
        of: fraction.denominator.bounded(times: repeats))
    }
    return passed + [Fraction(.status(limit.rateStatus), repeats - tokens, of: repeats)]
  }
}

extension Int {
  /// The product, or the greatest number where it is too large.
  fileprivate func bounded(times other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
