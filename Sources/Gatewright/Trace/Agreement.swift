/// Whether two answers are the same to the client and to the backend.
///
/// Shares have to be equal as fractions, not nearly equal. An answer that hangs on something
/// outside the routes is never the same as one that does not.
package func agree(_ left: TraceAnswer, _ right: TraceAnswer) -> Bool {
  guard left.conditions.isEmpty == right.conditions.isEmpty else { return false }
  return switch (left.outcome, right.outcome) {
  case (.forwarded(let before), .forwarded(let after)):
    left.upstreamPath == right.upstreamPath && left.upstreamHost == right.upstreamHost
      && left.upstreamScheme ?? "http" == right.upstreamScheme ?? "http"
      && sharesAgree(before, after)
  case (.answered, .answered): left.outcome == right.outcome
  case (.failed, .failed): true
  case (.forwarded, _), (.answered, _), (.failed, _): false
  }
}

private func sharesAgree(_ left: [TraceShare], _ right: [TraceShare]) -> Bool {
  let left = sharesByReceiver(left)
  let right = sharesByReceiver(right)
  guard left.count == right.count else { return false }
  return left.allSatisfy { receiver, share in
    right[receiver].map { isEqual(share, $0) } ?? false
  }
}

/// The shares by receiver, parts of the same receiver added up.
private func sharesByReceiver(_ shares: [TraceShare]) -> [String: TraceShare] {
  shares.reduce(into: [:]) { sums, share in
    sums[share.receiver] = sums[share.receiver].map { sum($0, share) } ?? share
  }
}

/// Compares crosswise in double width, so that no weight is too large.
private func isEqual(_ left: TraceShare, _ right: TraceShare) -> Bool {
  left.numerator.multipliedFullWidth(by: right.denominator)
    == right.numerator.multipliedFullWidth(by: left.denominator)
}

/// Adds two parts; parts of one draw have the same denominator, which keeps the sum small.
private func sum(_ left: TraceShare, _ right: TraceShare) -> TraceShare {
  var sum = left
  if left.denominator == right.denominator {
    sum.numerator = left.numerator &+ right.numerator
  } else {
    sum.numerator =
      left.numerator &* right.denominator &+ right.numerator &* left.denominator
    sum.denominator = max(1, left.denominator &* right.denominator)
  }
  return sum
}
