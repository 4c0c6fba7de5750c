import Gatewright

extension TraceAnswer {
  /// Whether client and backend could tell the two answers apart, judged without the comparison
  /// that is tested.
  func differs(from other: TraceAnswer) -> Bool {
    guard conditions.isEmpty == other.conditions.isEmpty else { return true }
    switch (outcome, other.outcome) {
    case (.failed, .failed): return false
    case (.answered, .answered): return outcome != other.outcome || !hasSameExtras(as: other)
    case (.forwarded(let left), .forwarded(let right)):
      return Self.parts(left) != Self.parts(right) || upstreamPath != other.upstreamPath
        || upstreamHost != other.upstreamHost
        || upstreamScheme ?? "http" != other.upstreamScheme ?? "http"
        || Self.lines(upstreamHeaders) != Self.lines(other.upstreamHeaders)
        || !hasSameExtras(as: other)
    case (.forwarded, _), (.answered, _), (.failed, _): return true
    }
  }

  private func hasSameExtras(as other: TraceAnswer) -> Bool {
    Self.lines(responseHeaders) == Self.lines(other.responseHeaders)
      && Set(mirrored) == Set(other.mirrored)
  }

  private static func lines(_ headers: [HeaderLine]) -> [String] {
    headers.map { "\($0.name.lowercased()): \($0.value ?? "(removed)")" }.sorted()
  }

  /// Shares in millionths of millionths, those of one receiver together.
  private static func parts(_ shares: [TraceShare]) -> [String: Int] {
    shares.reduce(into: [:]) { sums, share in
      sums[share.receiver, default: 0] += Int((share.share * 1e9).rounded())
    }
  }
}
