import Kubernetes
import Testing

@testable import IngressNGINX

@Suite("FastCGI")
struct FastCGITests {
  @Test(
    "asks for a file by its name alone",
    arguments: [
      ("index.php", "index.php", Verdict.accepted), ("", "", .doubted),
      ("/index.php", "", .dropped), ("index.php;x", "", .dropped),
    ])
  func index(_ written: String, _ index: String, _ verdict: Verdict) {
    let reading = familyReading(["fastcgi-index": written])
    #expect(reading.settings.fastCGI.index == index)
    #expect(reading.verdict == verdict)
  }

  @Test(
    "takes its parameters from a ConfigMap of its own namespace",
    arguments: [
      ("params", Verdict.accepted), ("shop/params", .accepted), ("", .doubted),
      ("other/params", .doubted), ("missing", .denied), ("a/b/c", .denied), ("/params", .accepted),
      ("forbidden", .dropped), ("par ams;", .dropped),
    ])
  func parameters(_ written: String, _ verdict: Verdict) {
    let reading = familyReading(["fastcgi-params-configmap": written], Self.surroundings)
    #expect(reading.verdict == verdict)
    let expected = verdict == .accepted ? ["SCRIPT_FILENAME": "/srv/${x}.php"] : [:]
    #expect(reading.settings.fastCGI.parameters == expected)
  }

  @Test("looks into its own namespace also where others are allowed")
  func crossNamespace() {
    var surroundings = Self.surroundings
    surroundings.allowsCrossNamespace = true
    let reading = familyReading(["fastcgi-params-configmap": "other/params"], surroundings)
    #expect(reading.settings.fastCGI.parameters.count == 1)
  }

  @Test("takes a ConfigMap to exist where no input holds any of the namespace")
  func unknown() {
    var surroundings = AnnotationSurroundings()
    surroundings.configMaps = [ObjectName("other", "x"): Self.map("x", "A", "b")]
    #expect(familyReading(["fastcgi-params-configmap": "x"], surroundings).verdict == .accepted)
  }

  private static let surroundings: AnnotationSurroundings = {
    var surroundings = AnnotationSurroundings()
    surroundings.configMaps = [
      ObjectName("shop", "params"): map("params", "SCRIPT_FILENAME", "/srv/${x}.php"),
      ObjectName("shop", "forbidden"): map("forbidden", "A", "b;c"),
    ]
    return surroundings
  }()

  private static func map(_ name: String, _ key: String, _ value: String) -> ConfigMap {
    ConfigMap(
      metadata: Metadata(name: name, namespace: "shop"), data: [Annotation(key: key, value: value)])
  }
}
