import Gatewright
import Testing

@Suite("trace")
struct TraceTests {
  private let inputs = Shop.input(Shop.services, Shop.stable, Shop.canary)

  private func shares(_ answer: TraceAnswer?) -> [String: Double] {
    guard case .forwarded(let shares)? = answer?.outcome else { return [:] }
    return Dictionary(shares.map { ($0.receiver, $0.share) }, uniquingKeysWith: +)
  }

  @Test("asks both sides and finds them to agree")
  func both() {
    let traced = trace([RequestProbe(host: "shop.example")], through: inputs)
    #expect(traced.map(\.agree) == [true])
    #expect(shares(traced.first?.ingress) == ["shop/web:80": 0.75, "shop/next:80": 0.25])
    #expect(shares(traced.first?.gateway) == ["shop/web:80": 0.75, "shop/next:80": 0.25])
  }

  @Test("takes Services to exist on both sides where the inputs hold none")
  func withoutServices() {
    let traced = trace([RequestProbe(host: "shop.example")], through: Shop.input(Shop.stable))
    #expect(traced.map(\.agree) == [true])
    #expect(shares(traced.first?.gateway) == ["shop/web:80": 1])
  }

  @Test("asks one side alone", arguments: [Tracer.Side.ingress, .gateway])
  func one(_ side: Tracer.Side) throws {
    let traced = trace([RequestProbe(host: "shop.example")], through: inputs, side: side)
    let first = try #require(traced.first)
    #expect((first.ingress != nil) == (side == .ingress))
    #expect((first.gateway != nil) == (side == .gateway))
    #expect(first.agree == nil)
  }

  @Test("takes given routes instead of its own, with the Services of the inputs around them")
  func given() {
    let routes = migrate(Shop.input(Shop.services, Shop.stable)).manifests
      .map { "---\n" + $0.yaml }.joined()
    let traced = trace(
      [RequestProbe(host: "shop.example")], through: inputs,
      gateway: [Input(name: "routes.yaml", text: routes)])
    #expect(shares(traced.first?.gateway) == ["shop/web:80": 1])
    #expect(traced.map(\.agree) == [false])
  }

  @Test("keeps the order of the requests")
  func order() {
    let probes = ["a.example", "shop.example", "b.example"].map { RequestProbe(host: $0) }
    #expect(trace(probes, through: inputs).map(\.request) == probes)
  }
}
