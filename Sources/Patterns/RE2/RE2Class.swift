/// A character class being read: its text for PCRE2 and what it costs in RE2.
struct RE2Class {
  /// The members as PCRE2 writes them.
  private(set) var text = ""
  private var ascii = [Bool](repeating: false, count: 128)
  /// The cost of the members outside ASCII.
  private var distantSize = 0
  private var distantFolds: Set<Unicode.Scalar> = []
  var isNegated = false

  /// Adds a range of code points.
  mutating func add(_ range: ClosedRange<UInt32>, caseless: Bool) {
    text += RE2Output.range(range)
    for value in range.clamped(to: 0...127) where range.contains(value) {
      mark(value, caseless: caseless)
    }
    if range.upperBound > 127 {
      distantSize += range.upperBound >= 0x10ffff ? RE2Cost.beyondASCII : RE2Cost.distantRange
    }
  }

  /// Adds `\d`, `\w`, `\s`, their opposites, or a POSIX class.
  mutating func add(_ named: RE2NamedClass) {
    text += named.text
    for value in 0..<128 where named.contains(UInt8(value)) != named.isNegated {
      ascii[value] = true
    }
    if named.isNegated { distantSize += RE2Cost.beyondASCII }
  }

  /// Adds `\p…`.
  mutating func add(_ unicode: RE2UnicodeClass) {
    text += unicode.text
    distantSize += unicode.size
  }

  /// The instructions of the class: one a range in ASCII, and what is outside.
  var size: Int {
    let fold = distantFolds.reduce(0) { $0 + RE2Cost.distantFold($1) }
    let distant = isNegated ? max(distantSize, RE2Cost.beyondASCII) : distantSize
    return asciiRanges + fold + distant
  }

  /// RE2 needs no ranges of capitals where every letter comes in both cases (`FoldsASCII`).
  private var asciiRanges: Int {
    let members = isNegated ? ascii.map { !$0 } : ascii
    let capitals = 0x41...0x5a
    let folds = capitals.allSatisfy { members[$0] == members[$0 + 0x20] }
    let starts = members.indices.filter { members[$0] && ($0 == 0 || !members[$0 - 1]) }
    return starts.count { start in
      let end = members[start...].firstIndex(of: false) ?? members.count
      return !(folds && capitals.contains(start) && capitals.contains(end - 1))
    }
  }

  private mutating func mark(_ value: UInt32, caseless: Bool) {
    ascii[Int(value)] = true
    guard caseless, let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else {
      return
    }
    ascii[Int(value ^ 0x20)] = true
    if RE2Cost.distantFold(scalar) > 0 {
      distantFolds.formUnion([scalar].map { Unicode.Scalar($0.value | 0x20) ?? $0 })
    }
  }
}
