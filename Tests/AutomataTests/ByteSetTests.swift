import Automata
import Testing

@Suite("byte sets")
struct ByteSetTests {
  private static let sets: [ByteSet] = [
    ByteSet(), ByteSet().inverted, .dot, .digits, .letters, .word, .printable,
    ByteSet([0, 63, 64, 127, 128, 191, 192, 255]), ByteSet("aZ/".utf8),
  ]

  @Test("hold what was put in", arguments: [0, 1, 63, 64, 127, 128, 191, 192, 255] as [UInt8])
  func insert(_ byte: UInt8) {
    let set = ByteSet([byte])
    #expect(set.count == 1)
    #expect((UInt8.min...UInt8.max).filter(set.contains) == [byte])
    #expect(set.inverted.count == 255 && !set.inverted.contains(byte))
  }

  @Test("obey the laws of sets", arguments: sets)
  func laws(_ set: ByteSet) {
    #expect(set.inverted.inverted == set)
    #expect(set.count + set.inverted.count == 256)
    #expect(set.union(set.inverted).count == 256)
    #expect(set.union(set) == set)
    #expect(set.isSuperset(of: ByteSet()) && ByteSet().inverted.isSuperset(of: set))
    #expect(set.caseless.isSuperset(of: set) && set.caseless.caseless == set.caseless)
    #expect(ByteSet((UInt8.min...UInt8.max).filter(set.contains)) == set)
  }

  @Test("know both cases of letters and of nothing else")
  func caseless() {
    #expect(ByteSet("a".utf8).caseless == ByteSet("aA".utf8))
    #expect(ByteSet("Z@[`{/1".utf8).caseless == ByteSet("zZ@[`{/1".utf8))
    #expect(ByteSet.lowercase.caseless == .letters)
  }

  @Test("make classes of the bytes that they do not tell apart")
  func classes() {
    var classes = ByteClasses([ByteSet("ab".utf8), ByteSet("bc".utf8)])
    #expect(classes.count == 4)
    #expect(Set("abcd".utf8.map { classes[$0] }).count == 4)
    #expect(classes[UInt8(ascii: "d")] == classes[255])
    classes.split(by: ByteSet("ab".utf8))
    #expect(classes.count == 4)
    classes.split(by: ByteClasses((UInt8.min...UInt8.max).map { ByteSet([$0]) }))
    #expect(classes.count == 256)
  }
}
