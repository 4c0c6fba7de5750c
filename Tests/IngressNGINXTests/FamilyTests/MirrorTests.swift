import Testing

@testable import IngressNGINX

@Suite("mirrors")
struct MirrorTests {
  private static let target = "http://copy.ops.svc:81/x"

  @Test(
    "copy to the target with its host or another",
    arguments: [
      (["mirror-target": target], Mirror.Setting(target: target, host: "copy.ops.svc"), []),
      (
        ["mirror-target": "http://copy$request_uri", "mirror-host": "copy.example.org"],
        Mirror.Setting(target: "http://copy$request_uri", host: "copy.example.org"), []
      ),
      (
        ["mirror-target": " \(target)", "mirror-request-body": "off"],
        Mirror.Setting(target: target, copiesBody: false, host: "copy.ops.svc"), []
      ),
      (
        ["mirror-target": target, "mirror-request-body": "false", "mirror-host": "a b"],
        Mirror.Setting(target: target, host: "copy.ops.svc"),
        ["mirror-host", "mirror-request-body"]
      ),
      // A line break after the target costs the copy its Host header.
      (["mirror-target": "\(target)\n"], Mirror.Setting(target: target), []),
      (["mirror-target": "copy.ops.svc"], Mirror.Setting(target: "copy.ops.svc"), []),
      (["mirror-target": "$target"], Mirror.Setting(target: "$target"), []),
      (["mirror-target": ""], Mirror.Setting(), ["mirror-target"]),
      (["mirror-target": " "], Mirror.Setting(), ["mirror-target"]),
      (["mirror-target": "http://a,b/"], Mirror.Setting(isDangling: true), ["mirror-target"]),
      (
        ["mirror-host": "copy.example.org", "mirror-request-body": "on"], Mirror.Setting(),
        ["mirror-host"]
      ),
    ])
  func values(_ annotations: [String: String], _ setting: Mirror.Setting, _ doubts: [String]) {
    let reading = familyReading(annotations)
    #expect(reading.settings.mirror == setting)
    #expect(reading.doubted == doubts)
    #expect(reading.verdict == (doubts.isEmpty ? .accepted : .doubted))
  }
}
