import Testing

@testable import IngressNGINX

@Suite("Buffering")
struct BufferingTests {
  @Test(
    "is on or off, and nothing else",
    arguments: [
      ("on", true, Verdict.accepted), ("off", false, .accepted), (" on\n", true, .accepted),
      ("true", nil, .doubted), ("On", nil, .doubted), ("", nil, .doubted),
    ] as [(String, Bool?, Verdict)])
  func switches(_ written: String, _ isOn: Bool?, _ verdict: Verdict) {
    let responses = familyReading(["proxy-buffering": written])
    #expect(responses.settings.buffering.buffersResponses == isOn)
    #expect(responses.verdict == verdict)
    let requests = familyReading(["proxy-request-buffering": written])
    #expect(requests.settings.buffering.buffersRequests == isOn)
    #expect(requests.verdict == verdict)
  }

  @Test("has so many buffers")
  func count() {
    let reading = familyReading(["proxy-buffers-number": "8"])
    #expect(reading.settings.buffering.bufferCount == 8)
    #expect(familyReading(["proxy-buffers-number": "8k"]).verdict == .doubted)
  }

  @Test(
    "takes sizes as its validator does",
    arguments: [
      ("8k", "8k", Verdict.accepted), ("8G", "8G", .accepted), ("8 k", "8 k", .accepted),
      ("8kb", nil, .doubted), ("", nil, .doubted),
    ] as [(String, String?, Verdict)])
  func sizes(_ written: String, _ size: String?, _ verdict: Verdict) {
    let paths: [(String, KeyPath<Buffering.Setting, String?>)] = [
      ("proxy-buffer-size", \.bufferSize), ("proxy-busy-buffers-size", \.busySize),
      ("proxy-max-temp-file-size", \.fileSize),
    ]
    for (key, path) in paths {
      let reading = familyReading([key: written])
      #expect(reading.settings.buffering[keyPath: path] == size)
      #expect(reading.verdict == verdict)
    }
  }
}
