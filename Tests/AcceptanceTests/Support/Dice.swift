/// A small generator of repeatable numbers (xorshift, 64 bits).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// A number from 0 up to, not including, `sides`.
  mutating func roll(_ sides: Int) -> Int { Int(next() >> 33) % max(1, sides) }

  /// One of the elements.
  mutating func pick(_ elements: [String]) -> String { elements[roll(elements.count)] }
}
