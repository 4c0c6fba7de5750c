import Testing

@testable import GatewayWriter

@Suite("addresses")
struct ServiceAddressTests {
  @Test(
    "of authentication services are taken apart",
    arguments: [
      ("http://auth.ops.svc.cluster.local/check", "auth.ops.svc.cluster.local", 80, "/check"),
      ("http://auth.ops.svc:4180/oauth2/auth", "auth.ops.svc.cluster.local", 4180, "/oauth2/auth"),
      ("HTTP://Auth.Ops.svc/", "auth.ops.svc.cluster.local", 80, ""),
      ("https://auth.example.com/a/", "auth.example.com", 443, "/a"),
      ("http://auth.example.com:8080", "auth.example.com", 8080, ""),
      ("http://auth.ops.svc/check?role=a&b", "auth.ops.svc.cluster.local", 80, "/check?role=a&b"),
      ("http://auth.ops.svc?role=a", "auth.ops.svc.cluster.local", 80, "/?role=a"),
    ])
  func parts(_ url: String, _ host: String, _ port: Int, _ prefix: String) throws {
    let address = try #require(ServiceAddress(url))
    #expect(address.host == host)
    #expect(address.port == port)
    #expect(address.prefix == prefix)
    #expect(address.isInCluster == host.hasSuffix(".svc.cluster.local"))
  }

  @Test(
    "keep the path that nginx asks for, and its query",
    arguments: [
      ("http://a.example/check", "/check"), ("http://a.example/check/", "/check/"),
      ("http://a.example/", "/"), ("http://a.example", nil), ("http://a.example?b", "/?b"),
      ("http://a.example/check?b=/c&d", "/check?b=/c&d"),
    ])
  func targets(_ url: String, _ target: String?) throws {
    #expect(try #require(ServiceAddress(url)).target == target)
  }

  @Test("have a query only where it is sent")
  func queries() {
    let url = "http://a.example/x?y"
    #expect(ServiceAddress.problem(with: url)?.contains("has a query") == true)
    #expect(ServiceAddress.problem(with: url, sendsQuery: true) == nil)
  }

  @Test(
    "that Istio cannot ask are told",
    arguments: [
      "http://$host/check", "http://auth.ops.svc/check?user=$remote_user", "http://a.example/x?y z",
      "ftp://a.example/", "auth.example/check", "http:///check", "http://auth/check",
      "http://10.0.0.5/check", "http://[::1]/check", "http://user@a.example/x",
      "http://a.example:0/", "http://a.example:x/", "http://a.example/%20", "http://a.example/#x",
      "http://x.auth.ops.svc/", "http://auth.svc/", "http://a..example/",
      "https://auth.ops.svc.cluster.local/check", "http://a_b.example/",
    ])
  func problems(_ url: String) {
    #expect(ServiceAddress(url) == nil)
    #expect(ServiceAddress.problem(with: url)?.hasSuffix(".") == true)
  }

  @Test(
    "and ranges of clients are those that Istio reads",
    arguments: [
      ("10.0.0.0/8", true), ("10.0.0.1", true), ("0.0.0.0/0", true), ("2001:db8::/32", true),
      ("::", true), ("::1", true), ("1:2:3:4:5:6:7:8", true), ("1:2:3:4:5:6:7::", true),
      ("10.0.0.0/33", false), ("10.0.0", false), ("10.0.0.256", false), ("10.0.0.01", false),
      ("all", false), ("", false), ("10.0.0.0/", false), ("10.0.0.0/8/9", false),
      ("unix:", false), ("1:2:3:4:5:6:7:8:9", false), ("1::2::3", false), ("::12345", false),
      ("office.example", false), ("2001:db8::/129", false), ("1:2:3:4:5:6:7::8", false),
    ])
  func ranges(_ text: String, _ expected: Bool) {
    #expect(isAddressRange(text) == expected)
  }
}
