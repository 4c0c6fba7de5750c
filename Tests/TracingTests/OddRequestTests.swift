import Routing
import Testing
import Tracing

@Suite("odd requests")
struct OddRequestTests {
  private static let behaviours: [Behaviour] = [
    .access(Access(addresses: AddressRule(denied: ["10.0.0.0/8"]))),
    .rewritePath(.captures(pattern: "/a(/|$)(.*)", target: "/$2?x=$1")), .rewriteHost("up.test"),
  ]

  private static let hosts = [
    Sites.host([
      Sites.route(.pattern(PathPattern("/(a+)+$", .start)), to: "slow"),
      Sites.route(.text("/a"), behaviours),
      Sites.route(.prefix("/b/"), [.rewritePath(.prefix(""))]),
      Sites.route(.prefix("/c"), [.rewritePath(.substitution(pattern: "x*", replacement: "\\0"))]),
      Sites.route(.prefix("/"), when: [.cookie(name: "c", value: ""), .query(name: "", .present)]),
      Sites.route(.prefix("")),
    ])
  ]

  /// A generator with a fixed start, so that every run sends the same requests.
  private struct Noise {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }

    mutating func text(_ pieces: [String], upTo count: Int) -> String {
      (0..<below(count + 1)).map { _ in pieces[below(pieces.count)] }.joined()
    }
  }

  @Test("no request traps, and every answer accounts for the whole request")
  func noise() {
    var noise = Noise(state: 7)
    let pieces = [
      "/", "//", "a", "b", "c", ".", "..", "%", "%2", "%2F", "%2e", "%00", "%ff", "%5c", "\\", "?",
      "#", "&", "=", " ", "\t", "\u{0}", "é", "\u{1F600}", ":", "[", "]", "@", "http://", "*", ";",
      "x", "\"", "{", "\u{7f}",
    ]
    let sites = [
      Answering(Sites.nginx(Self.hosts)), Answering(Sites.envoy(Self.hosts)),
      Answering(Sites.envoy(Self.hosts, slashes: .decodedAndMerged)),
    ]
    var wrong: [String] = []
    for _ in 0..<3000 {
      let isKnown = noise.below(3) > 0
      let request = Request(
        method: noise.below(8) == 0 ? noise.text(pieces, upTo: 2) : "GET",
        host: isKnown ? "a.test" : noise.text(pieces, upTo: 4),
        target: (noise.below(2) == 0 ? "/" : "") + noise.text(pieces, upTo: 9),
        headers: [
          Header(noise.text(pieces, upTo: 2), noise.text(pieces, upTo: 3)),
          Header("cookie", noise.text(pieces + ["c=", "C ="], upTo: 6)),
        ],
        clientAddress: noise.text(["1", "10", ".", ":", "::", "/", "f"], upTo: 8))
      for site in sites where !site.answer(to: request).isComplete { wrong.append("\(request)") }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(3))")
  }

  @Test("huge requests are answered", arguments: ["/a", "/..", "%2f", "/a/../", "?", "/é", "\\"])
  func huge(_ piece: String) {
    let target = "/" + String(repeating: piece, count: 20_000)
    let request = Request(
      host: String(repeating: "a.", count: 20_000),
      target: target, headers: [Header("cookie", target)])
    for site in [Sites.nginx(Self.hosts), Sites.envoy(Self.hosts)] {
      #expect(Answering(site).answer(to: request).isComplete)
    }
  }

  @Test("bodies, ports and empty sites do not matter to it")
  func extremes() {
    let request = Request(host: "", target: "", port: Int.min, bodyLength: .max)
    #expect(Answering(Site(reading: .istio)).answer(to: request).line == "no listener")
  }
}

extension Answer {
  /// Whether the fractions of a forwarded request sum to 1 and a path goes with them.
  fileprivate var isComplete: Bool {
    guard case .forwarded(let fractions) = outcome else { return true }
    return fractions.count == 1 && fractions[0].numerator == 1 && fractions[0].denominator == 1
      && upstreamPath != nil && upstreamHost != nil
  }
}
