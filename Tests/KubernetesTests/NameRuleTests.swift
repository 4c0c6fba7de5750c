import Kubernetes
import Testing

@Suite("name rules")
struct NameRuleTests {
  @Test(
    "allow what an API server allows",
    arguments: [
      (.subdomain, "a"), (.subdomain, "a-b.c-1.2"),
      (.subdomain, String(repeating: "a", count: 253)),
      (.host, "*.example.com"), (.host, "localhost"), (.host, "xn--bcher-kva.example"),
      (.label, "0-a"), (.label, String(repeating: "a", count: 63)),
      (.portName, "http"), (.portName, "h2-c"), (.portName, "1a"),
      (.dataKey, "tls.crt"), (.dataKey, "_A-1"),
      (.qualifiedName, "team"), (.qualifiedName, "a.io/Team_1.x"),
      (.labelValue, ""), (.labelValue, "A.b_c-1"),
    ] as [(NameRule, String)])
  func allowed(_ rule: NameRule, _ text: String) {
    #expect(rule.allows(text))
  }

  @Test(
    "refuse what an API server refuses",
    arguments: [
      (.subdomain, ""), (.subdomain, "A"), (.subdomain, "a..b"), (.subdomain, ".a"),
      (.subdomain, "a."), (.subdomain, "a-.b"), (.subdomain, "a.-b"), (.subdomain, "a_b"),
      (.subdomain, "é"), (.subdomain, String(repeating: "a", count: 254)),
      (.host, "*"), (.host, "*."), (.host, "*a.b"), (.host, "a.*.b"), (.host, "a.b:80"),
      (.label, "a.b"), (.label, "-a"), (.label, String(repeating: "a", count: 64)),
      (.portName, "80"), (.portName, "a--b"), (.portName, "http-a-long-name"), (.portName, "a-"),
      (.dataKey, ""), (.dataKey, "a b"), (.dataKey, "."), (.dataKey, "..a"),
      (.qualifiedName, "a/b/c"), (.qualifiedName, "/a"), (.qualifiedName, "a/"),
      (.qualifiedName, "A.io/a"), (.qualifiedName, "-a"), (.qualifiedName, ""),
      (.labelValue, "a b"), (.labelValue, "-a"), (.labelValue, String(repeating: "a", count: 64)),
    ] as [(NameRule, String)])
  func refused(_ rule: NameRule, _ text: String) {
    #expect(!rule.allows(text))
  }
}
