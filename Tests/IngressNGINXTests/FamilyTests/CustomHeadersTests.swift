import Routing
import Testing

@testable import IngressNGINX

@Suite("custom headers")
struct CustomHeadersTests {
  @Test(
    "come from a ConfigMap of any namespace",
    arguments: [
      ("shop/headers", [Header("X-Cost", "$5"), Header("X-Team", "blue")], []),
      ("other/headers", [Header("X-Team", "red")], []),
      ("shop/empty", [], []),
      ("shop/he$ders", [], ["custom-headers"]), ("", [], ["custom-headers"]), (" ", [], []),
    ])
  func headers(_ name: String, _ headers: [Header], _ doubts: [String]) {
    let reading = IngressSettingsReading(["custom-headers": name], .shop)
    #expect(reading.settings.customHeaders.headers == headers)
    #expect(reading.doubted == doubts)
    #expect(reading.outcome == .accepted)
  }

  @Test(
    "cost the paths where the map or a header cannot be used",
    arguments: [
      "headers", "shop/gone", "shop/he aders", "a/b/c", "shop/unlisted", "shop/lower", "shop/names",
      "shop/values",
    ])
  func denials(_ name: String) {
    #expect(IngressSettingsReading(["custom-headers": name], .shop).outcome == .denied)
  }

  @Test("cost the paths where no ConfigMap is known, and where no header is allowed")
  func unknown() {
    #expect(IngressSettingsReading(["custom-headers": "shop/headers"]).outcome == .denied)
    var surroundings = AnnotationSurroundings.shop
    surroundings.allowedResponseHeaders = []
    let reading = IngressSettingsReading(["custom-headers": "shop/headers"], surroundings)
    #expect(
      reading.settings.denial == "custom-headers: X-Cost is not in global-allowed-response-headers")
  }
}
