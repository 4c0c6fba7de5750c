/// All combinations of the values of some dimensions; beyond a limit, the pairs of two dimensions.
struct Combinations: Sequence, IteratorProtocol {
  let sizes: [Int]
  /// Whether nothing is left out.
  let isComplete: Bool
  private var next_: [Int]?
  private var pairs: [[Int]] = []

  init(_ sizes: [Int], limit: Int) {
    self.sizes = sizes
    var product = 1
    for size in sizes where product <= limit { product *= Swift.max(1, size) }
    isComplete = product <= limit
    next_ = isComplete ? sizes.map { _ in 0 } : nil
    if !isComplete { pairs = Self.pairs(sizes, limit) }
  }

  mutating func next() -> [Int]? {
    guard isComplete else { return pairs.popLast() }
    guard let current = next_ else { return nil }
    next_ = successor(of: current)
    return current
  }

  private func successor(of current: [Int]) -> [Int]? {
    var digits = current
    for index in digits.indices.reversed() {
      digits[index] += 1
      if digits[index] < sizes[index] { return digits }
      digits[index] = 0
    }
    return nil
  }

  private static func pairs(_ sizes: [Int], _ limit: Int) -> [[Int]] {
    var found: [[Int]] = [sizes.map { _ in 0 }]
    for first in sizes.indices {
      for second in sizes.indices where second > first {
        for value in 0..<sizes[first] {
          for other in 0..<sizes[second] where found.count < limit {
            var digits = sizes.map { _ in 0 }
            (digits[first], digits[second]) = (value, other)
            found.append(digits)
          }
        }
      }
    }
    return found.reversed()
  }
}
