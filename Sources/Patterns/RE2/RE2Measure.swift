/// What a part of a pattern costs in RE2.
struct RE2Measure {
  /// Instructions in the compiled program, as counted on programs that RE2 made.
  var size: Int
  /// The largest product of repetition counts within; RE2 refuses more than 1000.
  var repetition = 1

  /// The part repeated; counts are at most 1000 here, so only the size needs care.
  func repeated(_ counts: RE2Counts) -> RE2Measure {
    let size =
      switch (counts.minimum, counts.maximum) {
      case (0, nil): self.size
      case (let minimum, nil): capped(self.size, times: minimum, plus: 1)
      case (let minimum, let maximum?):
        capped(self.size, times: maximum, plus: maximum - minimum)
      }
    let factor = max(1, counts.isBraced ? counts.maximum ?? counts.minimum : 1)
    return RE2Measure(size: size, repetition: min(repetition * factor, Self.cap))
  }

  /// Parts in a row, or side by side.
  static func sum(_ parts: [RE2Measure], extra: Int = 0) -> RE2Measure {
    RE2Measure(
      size: min(parts.reduce(extra) { min($0 + $1.size, cap) }, cap),
      repetition: parts.map(\.repetition).max() ?? 1)
  }

  private func capped(_ size: Int, times: Int, plus: Int) -> Int {
    min(min(size, Self.cap) * times + plus, Self.cap)
  }

  /// Sizes stop growing here, far beyond every limit and far from overflow.
  private static let cap = 1_000_000
}

/// How often a quantifier repeats.
struct RE2Counts {
  var minimum: Int
  /// Nil for no limit.
  var maximum: Int?
  /// Whether it is written with braces: only those count against RE2's limit.
  var isBraced = false
}

extension RE2Measure {
  /// The part with instructions of its own added.
  func adding(_ size: Int) -> RE2Measure {
    RE2Measure(size: self.size + size, repetition: repetition)
  }
}
