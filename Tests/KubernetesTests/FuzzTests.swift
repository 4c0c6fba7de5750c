import Certificates
import Kubernetes
import Testing

@Suite("mutated input")
struct FuzzTests {
  /// A small generator with a fixed start, so that every run reads the same texts.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private let pieces: [String] = [
    "", "0", "-1", "99999999999999999999", "true", "~", "''", "[]", "{}", "- ", ": ", "\n", "\n  ",
    "\"", "'", "*a", "&a ", "!!int ", "0x", "=", "\u{0}", "é", "..", "//", "%2f", "tls.crt: ",
  ]

  @Test("is read without a trap, and nothing is lost without a word")
  func mutations() {
    let sample = [Sample.ingress, Sample.service, Sample.secret, Sample.betaIngress]
      .joined(separator: "\n---\n")
    let bytes = Array(sample.utf8)
    var dice = Dice()
    var silent: [String] = []
    for _ in 0..<3_000 {
      var text = bytes
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let start = Int.random(in: 0..<text.count, using: &dice)
        let end = min(text.count, start + Int.random(in: 0...6, using: &dice))
        let piece = pieces.randomElement(using: &dice) ?? ""
        text.replaceSubrange(start..<end, with: piece.utf8)
      }
      var importer = Importer()
      importer.read(text, file: "a.yaml")
      let cluster = importer.cluster
      let read =
        cluster.ingresses.count + cluster.services.count + cluster.secrets.count
        + cluster.skipped.values.reduce(0, +)
      if read < cluster.objectCount, cluster.findings.isEmpty {
        silent.append(String(decoding: text, as: UTF8.self))
      }
    }
    #expect(silent.isEmpty)
  }

  @Test("of a certificate is read without a trap")
  func certificates() {
    let bytes = Array(Sample.certificate.utf8)
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\n".utf8)
    var dice = Dice()
    var unread = 0
    for _ in 0..<2_000 {
      var text = bytes
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let place = Int.random(in: 28..<text.count - 26, using: &dice)
        text[place] = digits.randomElement(using: &dice) ?? 65
      }
      if CertificateSummary(pem: text) == nil { unread += 1 }
    }
    // Most of the bytes are key and signature, which nobody checks here.
    #expect(0 < unread && unread < 2_000)
  }
}
