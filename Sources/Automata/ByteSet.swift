/// A set of bytes.
package struct ByteSet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var middleLow: UInt64 = 0
  private var middleHigh: UInt64 = 0
  private var high: UInt64 = 0

  package init() {}

  package init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  package func contains(_ byte: UInt8) -> Bool {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    return switch byte >> 6 {
    case 0: low & bit != 0
    case 1: middleLow & bit != 0
    case 2: middleHigh & bit != 0
    case _: high & bit != 0
    }
  }

  package mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: low |= bit
    case 1: middleLow |= bit
    case 2: middleHigh |= bit
    case _: high |= bit
    }
  }

  package mutating func formUnion(_ other: ByteSet) {
    low |= other.low
    middleLow |= other.middleLow
    middleHigh |= other.middleHigh
    high |= other.high
  }

  /// The bytes that are not in the set.
  package var inverted: ByteSet {
    var set = ByteSet()
    (set.low, set.middleLow) = (~low, ~middleLow)
    (set.middleHigh, set.high) = (~middleHigh, ~high)
    return set
  }

  /// The set with the other case of each letter in it.
  package var caseless: ByteSet {
    var set = self
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      let capital = letter - 32
      if contains(letter) { set.insert(capital) }
      if contains(capital) { set.insert(letter) }
    }
    return set
  }

  package func isSuperset(of other: ByteSet) -> Bool {
    low & other.low == other.low && middleLow & other.middleLow == other.middleLow
      && middleHigh & other.middleHigh == other.middleHigh && high & other.high == other.high
  }

  /// The bytes that are in both sets.
  package func intersection(_ other: ByteSet) -> ByteSet {
    inverted.union(other.inverted).inverted
  }

  /// How many bytes are in the set.
  package var count: Int {
    low.nonzeroBitCount + middleLow.nonzeroBitCount + middleHigh.nonzeroBitCount
      + high.nonzeroBitCount
  }

  /// Every byte but a line feed, as `.` fits.
  package static let dot = ByteSet([UInt8(ascii: "\n")]).inverted
  package static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
  package static let lowercase = ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z"))
  package static let uppercase = ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z"))
  package static let letters = lowercase.union(uppercase)
  package static let word = letters.union(digits).union(ByteSet([UInt8(ascii: "_")]))
  /// Every printable ASCII character and the blank.
  package static let printable = ByteSet(0x20...0x7e)

  package func union(_ other: ByteSet) -> ByteSet {
    var set = self
    set.formUnion(other)
    return set
  }
}
