import Testing

@testable import IngressNGINX

@Suite("BodySize")
struct BodySizeTests {
  @Test(
    "keeps the limit as written, and doubts what the template leaves out",
    arguments: [
      ("8m", "8m", Verdict.accepted), ("8M", "8M", .accepted), ("0", "0", .accepted),
      ("1g", "1g", .accepted), (" 8m ", "8m", .accepted), ("8b", "8b", .doubted),
      ("8 m", "8 m", .doubted), ("8mb", nil, .doubted), ("m", nil, .doubted), ("", nil, .doubted),
      ("-1", nil, .doubted), ("1.5m", nil, .doubted),
    ] as [(String, String?, Verdict)])
  func limit(_ written: String, _ limit: String?, _ verdict: Verdict) {
    let reading = familyReading(["proxy-body-size": written])
    #expect(reading.settings.bodySize.limit == limit)
    #expect(reading.settings.accepted["proxy-body-size"] == limit)
    #expect(reading.verdict == verdict)
  }

  @Test(
    "drops the Ingress for a buffer that is no size, and leaves out what the template does",
    arguments: [
      ("16k", "16k", Verdict.accepted), ("1M", "1M", .accepted), ("512", "512", .accepted),
      ("1g", nil, .doubted), ("8b", nil, .doubted), ("1 m", nil, .doubted), ("", nil, .doubted),
      ("16kb", nil, .dropped), ("big", nil, .dropped),
    ] as [(String, String?, Verdict)])
  func buffer(_ written: String, _ buffer: String?, _ verdict: Verdict) {
    let reading = familyReading(["client-body-buffer-size": written])
    #expect(reading.settings.bodySize.buffer == buffer)
    #expect(reading.verdict == verdict)
  }

  @Test(
    "is so many bytes for nginx",
    arguments: [
      ("8m", 8 << 20), ("8M", 8 << 20), ("2k", 2048), ("1g", 1 << 30), ("100", 100),
      ("0", nil), ("0m", nil), (" 2k ", 2048), ("8b", 1 << 20), ("8 m", 1 << 20), ("", 1 << 20),
      ("8mb", 1 << 20), ("99999999999999999999", nil), ("9999999999999g", nil),
    ] as [(String, Int?)])
  func bytes(_ text: String, _ bytes: Int?) {
    #expect(bodyLimit(of: text) == bytes)
  }
}
