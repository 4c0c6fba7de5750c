import Testing

@testable import IngressNGINX

@Suite("TLS with clients")
struct ServerTLSTests {
  @Test(
    "takes ciphers and their order from the Ingress",
    arguments: [
      (
        ["ssl-ciphers": "ALL:!aNULL:RC4+RSA"], ServerTLS.Setting(ciphers: "ALL:!aNULL:RC4+RSA"),
        []
      ),
      (
        ["ssl-ciphers": "DEFAULT:@SECLEVEL=1"],
        ServerTLS.Setting(ciphers: "DEFAULT:@SECLEVEL=1"), []
      ),
      (["ssl-ciphers": ""], ServerTLS.Setting(), ["ssl-ciphers"]),
      (["ssl-prefer-server-ciphers": "false"], ServerTLS.Setting(prefersServerCiphers: false), []),
      (["ssl-prefer-server-ciphers": "off"], ServerTLS.Setting(), ["ssl-prefer-server-ciphers"]),
    ])
  func values(_ annotations: [String: String], _ setting: ServerTLS.Setting, _ doubts: [String]) {
    let reading = familyReading(annotations)
    #expect(reading.settings.serverTLS == setting)
    #expect(reading.doubted == doubts)
    #expect(reading.verdict == (doubts.isEmpty ? .accepted : .doubted))
  }

  @Test(
    "costs the Ingress where ciphers are none", arguments: ["A,B", "A;B", "DEFAULT:@SECLEVEL=9"])
  func drops(_ ciphers: String) {
    #expect(familyReading(["ssl-ciphers": ciphers]).verdict == .dropped)
  }

  @Test("stays quick where ciphers are nearly right")
  func speed() {
    let ciphers = String(repeating: "A", count: 4000) + ","
    #expect(familyReading(["ssl-ciphers": ciphers]).verdict == .dropped)
  }
}
