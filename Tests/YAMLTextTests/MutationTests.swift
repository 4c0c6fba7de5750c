import Evidence
import Testing
import YAMLText

@Suite("mutations")
struct MutationTests {
  private let sample = Array(
    """
    # sample
    apiVersion: networking.k8s.io/v1
    metadata: &m {name: "shop\\u00e9", labels: {a: 'b'}}
    spec:
      <<: *m
      rules:
      - host: é.example
        text: |-
          a b
      ? long
      : [1, 2.5, ~, !!str 3]
    ---
    b: >
      folded
    ...
    """.utf8)

  @Test("no text crashes the reader, and every place is inside the text")
  func mutations() {
    var dice = Dice(seed: 7)
    var failures: [[UInt8]] = []
    for _ in 0..<4000 {
      let bytes = mutated(&dice)
      let lines = bytes.count { $0 == 10 || $0 == 13 } + bytes.count / 2 + 2
      let reading = Reading(bytes: bytes)
      let places = (reading.errors + reading.documents.flatMap(\.warnings)).map(\.place)
      if !places.allSatisfy({ 0...lines ~= $0.line && 0...(bytes.count + 1) ~= $0.column }) {
        failures.append(bytes)
      }
    }
    #expect(failures.isEmpty)
  }

  private func mutated(_ dice: inout Dice) -> [UInt8] {
    let alphabet =
      Array("\n\r\t -:#[]{}&*!|>'\"%@`?,<~\\x".utf8) + [0, 0x7F, 0xC2, 0x85, 0xEF, 0xFF]
    var bytes = sample
    for _ in 0...dice.roll(4) {
      let place = dice.roll(bytes.count)
      switch dice.roll(4) {
      case 0: bytes[place] = dice.pick(alphabet)
      case 1: bytes.insert(dice.pick(alphabet), at: place)
      case 2: bytes.remove(at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(30)))
      }
      if bytes.isEmpty { bytes = sample }
    }
    return bytes
  }
}
