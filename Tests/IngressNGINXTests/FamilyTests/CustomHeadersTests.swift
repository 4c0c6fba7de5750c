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
      ("shop/he$ders", [], ["custom-headers"]), ("", [], ["custom-headers"]),
      (" ", [], ["custom-headers"]),
    ])
  func headers(_ name: String, _ headers: [Header], _ doubts: [String]) {
    let reading = familyReading(["custom-headers": name], .shop)
    #expect(reading.settings.customHeaders.headers == headers)
    #expect(reading.doubted == doubts)
    #expect(reading.verdict == (doubts.isEmpty ? .accepted : .doubted))
  }

  @Test(
    "cost the paths where the map or a header cannot be used",
    arguments: [
      "headers", "shop/gone", "shop/he aders", "a/b/c", "shop/unlisted", "shop/lower", "shop/names",
      "shop/values",
    ])
  func denials(_ name: String) {
    #expect(familyReading(["custom-headers": name], .shop).verdict == .denied)
  }

  @Test("cost the paths where no ConfigMap is known, and where no header is allowed")
  func unknown() {
    #expect(familyReading(["custom-headers": "shop/headers"]).verdict == .denied)
    var surroundings = AnnotationSurroundings.shop
    surroundings.allowedResponseHeaders = []
    let reading = familyReading(["custom-headers": "shop/headers"], surroundings)
    #expect(
      reading.settings.denial == "custom-headers: X-Cost is not in global-allowed-response-headers")
  }
}
