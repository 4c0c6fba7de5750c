/// Bytes that some sets do not tell apart, numbered.
package struct ByteClasses: Hashable, Sendable {
  private var classes = [UInt8](repeating: 0, count: 256)
  package private(set) var count = 1

  package init() {}

  package init(_ sets: some Sequence<ByteSet>) {
    for set in sets { split(by: set) }
  }

  /// The number of a byte's class.
  package subscript(byte: UInt8) -> Int { Int(classes[Int(byte)]) }

  /// Tells the bytes of a set from the others.
  package mutating func split(by set: ByteSet) {
    split { set.contains($0) ? 1 : 0 }
  }

  /// Tells apart what other classes tell apart.
  package mutating func split(by other: ByteClasses) {
    split { other[$0] }
  }

  private mutating func split(_ part: (UInt8) -> Int) {
    var numbers: [Int: UInt8] = [:]
    for byte in UInt8.min...UInt8.max {
      let key = Int(classes[Int(byte)]) << 8 | part(byte)
      let number = numbers[key] ?? UInt8(numbers.count)
      numbers[key] = number
      classes[Int(byte)] = number
    }
    count = numbers.count
  }
}
