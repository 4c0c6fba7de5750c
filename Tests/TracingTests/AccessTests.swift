import Routing
import Testing
import Tracing

@Suite("address ranges")
struct AccessTests {
  private func line(_ rule: AddressRule, _ client: String) -> String {
    let hosts = [Sites.host([Sites.route(.prefix("/"), [.access(Access(addresses: rule))])])]
    let request = Request(host: "a.test", clientAddress: client)
    return Answering(Sites.nginx(hosts)).answer(to: request).line
  }

  @Test(
    "only clients inside are let in",
    arguments: [
      ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
      ("192.0.2.128/25", "192.0.2.128", true), ("192.0.2.128/25", "192.0.2.127", false),
      ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
      ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "2001:db8::1", false),
      ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false),
      ("2001:db8::/33", "2001:db8:8000::", false), ("::1", "0:0:0:0:0:0:0:1", true),
      ("::/0", "::", true), ("::ffff:192.0.2.1", "192.0.2.1", true),
      ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8", true),
      ("10.0.0.0/33", "10.0.0.0", false), ("10.0.0.0/-1", "10.0.0.0", false),
      ("10.0.0/8", "10.0.0.0", false),
      ("x", "10.0.0.0", false), ("", "", false), ("/", "1.2.3.4", false),
      ("1::2::3", "1::2", false),
      (":::", "::", false), ("12345::", "::", false), ("1.2.3.4.5", "1.2.3.4", false),
      ("10.0.0.0/8", "client", false), ("1.2.3.256", "1.2.3.0", false), ("::/129", "::", false),
    ])
  func allowed(_ range: String, _ client: String, _ isIn: Bool) {
    #expect(line(AddressRule(allowed: [range]), client) == (isIn ? "app /" : "403"))
  }

  @Test("denied clients are kept out even where they are allowed")
  func denied() {
    let rule = AddressRule(denied: ["10.1.0.0/16"], allowed: ["10.0.0.0/8"])
    #expect(line(rule, "10.1.2.3") == "403")
    #expect(line(rule, "10.2.2.3") == "app /")
    #expect(line(AddressRule(denied: ["10.0.0.0/8"]), "11.0.0.1") == "app /")
  }
}
