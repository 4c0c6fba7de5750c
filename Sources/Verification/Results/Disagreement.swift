package import Routing

extension Answer {
  /// In what the client or the backend can tell two answers apart; empty where in nothing.
  ///
  /// Shares have to be equal as fractions. An answer that hangs on something outside the routes is
  /// never the same as one that does not.
  package func disagreement(with other: Answer) -> Set<Aspect> {
    var aspects: Set<Aspect> = []
    if conditions.isEmpty != other.conditions.isEmpty { aspects.insert(.condition) }
    // Whether a service is asked at all, conditions and outcome tell.
    if !questions.isEmpty, !other.questions.isEmpty, questions != other.questions {
      aspects.insert(.question)
    }
    if expectsProxyProtocol != other.expectsProxyProtocol { aspects.insert(.reached) }
    switch (outcome, other.outcome) {
    case (.failed, .failed): return aspects
    case (.failed, _), (_, .failed): return aspects.union([.reached])
    case (.forwarded(let before), .forwarded(let after)):
      if !Self.agree(before, after) { aspects.insert(.shares) }
      aspects.formUnion(upstreamDisagreement(with: other))
    case (.answered(let before, let location), .answered(let after, let otherLocation)):
      if before != after { aspects.insert(.status) }
      if location != otherLocation { aspects.insert(.location) }
    case (.forwarded, .answered), (.answered, .forwarded): aspects.insert(.status)
    }
    if lines(responseHeaders) != lines(other.responseHeaders) { aspects.insert(.responseHeaders) }
    if Set(copies) != Set(other.copies) { aspects.insert(.mirror) }
    return aspects
  }

  private func upstreamDisagreement(with other: Answer) -> Set<Aspect> {
    var aspects: Set<Aspect> = []
    if backendLocation != other.backendLocation { aspects.insert(.location) }
    if upstreamPath != other.upstreamPath { aspects.insert(.path) }
    if upstreamHost != other.upstreamHost { aspects.insert(.host) }
    if upstreamScheme ?? "http" != other.upstreamScheme ?? "http" {
      aspects.insert(.upstreamProtocol)
    }
    let removed = Set(removedUpstreamHeaders.map { $0.lowercased() })
    let otherRemoved = Set(other.removedUpstreamHeaders.map { $0.lowercased() })
    if lines(upstreamHeaders) != lines(other.upstreamHeaders) || removed != otherRemoved {
      aspects.insert(.requestHeaders)
    }
    return aspects
  }

  /// Header lines in an order of their own: that of different names means nothing.
  private func lines(_ headers: [Header]) -> [String] {
    headers.map { header in
      let name = header.name.lowercased()
      return "\(name): \(name == "set-cookie" ? cookie(header.value) : header.value)"
    }.sorted()
  }

  /// A cookie with its attributes in an order of their own, which means nothing.
  private func cookie(_ value: String) -> String {
    let parts = value.split(separator: ";").map { $0.drop { $0 == " " } }
    return (parts.prefix(1) + parts.dropFirst().sorted { String($0) < String($1) }).joined(
      separator: "; ")
  }

  private static func agree(_ left: [Fraction], _ right: [Fraction]) -> Bool {
    if left == right { return true }
    let left = sums(left)
    let right = sums(right)
    guard left.count == right.count else { return false }
    return left.allSatisfy { receiver, share in
      right[receiver].map { share.isEqual(to: $0) } ?? false
    }
  }

  /// The shares by receiver, parts of the same receiver added up.
  private static func sums(_ shares: [Fraction]) -> [Fraction.Receiver: Fraction] {
    shares.reduce(into: [:]) { sums, share in
      sums[share.receiver] = sums[share.receiver].map { $0.adding(share) } ?? share
    }
  }
}

extension Fraction {
  /// Compares crosswise in double width, so that no weight is too large.
  fileprivate func isEqual(to other: Fraction) -> Bool {
    numerator.multipliedFullWidth(by: other.denominator)
      == other.numerator.multipliedFullWidth(by: denominator)
  }

  /// The sum of two parts; parts of one draw have the same denominator, which keeps it small.
  fileprivate func adding(_ other: Fraction) -> Fraction {
    var sum = self
    if denominator == other.denominator {
      sum.numerator = numerator &+ other.numerator
    } else {
      sum.numerator = numerator &* other.denominator &+ other.numerator &* denominator
      sum.denominator = max(1, denominator &* other.denominator)
    }
    return sum
  }
}
