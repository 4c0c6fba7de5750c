import Testing

@testable import IngressNGINX

@Suite("HashBy")
struct HashByTests {
  @Test(
    "hashes text with variables",
    arguments: [
      ("$request_uri", "$request_uri", Verdict.accepted),
      ("${remote_addr}-x", "${remote_addr}-x", .accepted),
      ("$arg_a $arg_b", "$arg_a $arg_b", .accepted), (" ", "", .doubted), ("", "", .doubted),
      ("$uri;x", "", .dropped), ("$uri/a", "", .dropped),
    ])
  func text(_ written: String, _ text: String, _ verdict: Verdict) {
    let reading = familyReading(["upstream-hash-by": written])
    #expect(reading.settings.hashBy.text == text)
    #expect(reading.verdict == verdict)
  }

  @Test(
    "chooses subsets of a size",
    arguments: [
      ("true", "5", true, 5, Verdict.accepted), ("false", "0", false, 3, .accepted),
      ("true", "-1", true, -1, .accepted), ("yes", "5", false, 3, .dropped),
      ("true", "five", false, 3, .dropped),
    ])
  func subsets(
    _ subset: String, _ size: String, _ usesSubset: Bool, _ expected: Int, _ verdict: Verdict
  ) {
    let reading = familyReading([
      "upstream-hash-by-subset": subset, "upstream-hash-by-subset-size": size,
    ])
    #expect(reading.settings.hashBy.usesSubset == usesSubset)
    #expect(reading.settings.hashBy.subsetSize == expected)
    #expect(reading.verdict == verdict)
  }

  @Test(
    "is lost as a whole because of one empty value",
    arguments: ["upstream-hash-by-subset", "upstream-hash-by-subset-size"])
  func emptyValue(_ key: String) {
    let reading = familyReading(["upstream-hash-by": "$uri", key: ""])
    #expect(reading.settings.hashBy.text == "")
    #expect(reading.doubts.map(\.key) == [key])
  }

  @Test("is lost, not dropped, for what cannot be read where nothing is validated")
  func withoutValidation() {
    var surroundings = AnnotationSurroundings()
    surroundings.validates = false
    let annotations = ["upstream-hash-by": "$uri;x", "upstream-hash-by-subset": "yes"]
    let reading = familyReading(annotations, surroundings)
    #expect(reading.refusal == nil)
    #expect(reading.settings.hashBy.text == "")
  }
}
