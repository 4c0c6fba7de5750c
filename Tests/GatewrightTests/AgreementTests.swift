import Gatewright
import Testing

@Suite("agreement")
struct AgreementTests {
  private static func forwarded(
    _ shares: [(String, Int, Int)], path: String = "/", host: String = "a.example"
  ) -> TraceAnswer {
    TraceAnswer(
      outcome: .forwarded(
        shares.map { TraceShare(receiver: $0.0, numerator: $0.1, denominator: $0.2) }),
      upstreamPath: path, upstreamHost: host)
  }

  private static func answered(_ status: Int, _ location: String? = nil) -> TraceAnswer {
    TraceAnswer(outcome: .answered(status: status, location: location))
  }

  @Test(
    "holds",
    arguments: [
      (forwarded([("a", 1, 1)]), forwarded([("a", 100, 100)])),
      (forwarded([("a", 4, 5), ("b", 1, 5)]), forwarded([("b", 20, 100), ("a", 80, 100)])),
      (forwarded([("a", 1, 4), ("a", 3, 4)]), forwarded([("a", 7, 7)])),
      (forwarded([("a", .max, .max)]), forwarded([("a", 1, 1)])),
      (answered(404), answered(404)),
      (answered(308, "https://a/"), answered(308, "https://a/")),
      (
        TraceAnswer(outcome: .failed("no listener")),
        TraceAnswer(outcome: .failed("connection closed"))
      ),
    ])
  func holds(_ left: TraceAnswer, _ right: TraceAnswer) {
    #expect(agree(left, right))
    #expect(agree(right, left))
  }

  @Test(
    "does not hold",
    arguments: [
      (forwarded([("a", 1, 1)]), forwarded([("b", 1, 1)])),
      (forwarded([("a", 33, 100), ("b", 67, 100)]), forwarded([("a", 1, 3), ("b", 2, 3)])),
      (forwarded([("a", 1, 1)]), forwarded([("a", 1, 1)], path: "/x")),
      (forwarded([("a", 1, 1)]), forwarded([("a", 1, 1)], host: "b.example")),
      (forwarded([("a", 1, 2), ("status:500", 1, 2)]), forwarded([("a", 1, 1)])),
      (forwarded([("a", 1, 1)]), answered(503)),
      (answered(301, "https://a/"), answered(308, "https://a/")),
      (answered(308, "https://a/"), answered(308, "https://a/x")),
      (answered(404), TraceAnswer(outcome: .failed("no listener"))),
      (
        answered(200),
        TraceAnswer(outcome: .answered(status: 200, location: nil), conditions: ["auth"])
      ),
    ])
  func fails(_ left: TraceAnswer, _ right: TraceAnswer) {
    #expect(!agree(left, right))
    #expect(!agree(right, left))
  }
}
