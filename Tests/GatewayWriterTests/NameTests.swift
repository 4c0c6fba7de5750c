import Evidence
import Testing

@testable import GatewayWriter

@Suite("names")
struct NameTests {
  @Test(
    "of hosts are one to one",
    arguments: [
      ("a.b.com", "a-b-com"), ("a-b.com", "a--b-com"), ("*.b.com", "wildcard-b-com"),
      ("xn--bcher-kva.example", "xn----bcher--kva-example"),
    ])
  func slugs(_ host: String, _ expected: String) {
    #expect(slug(host) == expected)
  }

  @Test("of listeners tell wildcards from hosts that look like them")
  func listeners() {
    #expect(listenerName(nil) == "https")
    #expect(listenerName("a.com") == "https-a-com")
    #expect(listenerName("*.a.com") != listenerName("wildcard-a.com"))
    #expect(listenerName(String(repeating: "a", count: 300)).utf8.count <= 253)
  }

  @Test("are cut with a digest of the whole")
  func bounds() {
    let long = String(repeating: "x", count: 260)
    #expect(bounded("short", 253) == "short")
    #expect(bounded(long + "1", 253) != bounded(long + "2", 253))
    #expect(bounded(long, 253).utf8.count <= 253)
    #expect(!bounded(String(repeating: "a-", count: 140), 253).contains("--"))
  }

  @Test("never meet: what is reserved stays with its owner")
  func registry() {
    let taken = ObjectReference(kind: "HTTPRoute", namespace: "a", name: "web-redirect")
    var registry = NameRegistry(reserved: [taken])
    let first = registry.name("HTTPRoute", "a", "web-redirect", key: "1")
    let second = registry.name("HTTPRoute", "a", "web-redirect", key: "2")
    let elsewhere = registry.name("HTTPRoute", "b", "web-redirect", key: "1")
    #expect(elsewhere == "web-redirect")
    #expect(Set([first, second, taken.name]).count == 3)
  }
}
