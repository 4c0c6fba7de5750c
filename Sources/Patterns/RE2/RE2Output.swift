/// PCRE2 text for what RE2 understands.
enum RE2Output {
  /// A character that stands for itself.
  static func literal(_ scalar: Unicode.Scalar) -> String { "\\x{\(hex(scalar.value))}" }

  /// A range inside a class.
  static func range(_ range: ClosedRange<UInt32>) -> String {
    "\\x{\(hex(range.lowerBound))}-\\x{\(hex(range.upperBound))}"
  }

  private static func hex(_ value: UInt32) -> String { String(value, radix: 16) }
}
