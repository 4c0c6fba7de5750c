import Certificates
import Kubernetes
import Testing

@Suite("creation times")
struct TimestampTests {
  @Test(
    "are seconds since 1970",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2024-02-29T12:34:56Z", 1_709_210_096),
      ("2000-02-29T00:00:00Z", 951_782_400), ("2024-05-06T07:08:09.999Z", 1_714_979_289),
      ("2024-05-06T09:08:09+02:00", 1_714_979_289), ("2024-05-06T01:38:09-05:30", 1_714_979_289),
      ("1969-12-31T23:59:59Z", -1), ("9999-12-31T23:59:59Z", 253_402_300_799),
      ("0000-01-01T00:00:00Z", -62_167_219_200), ("0001-01-01T00:00:00Z", -62_135_596_800),
    ])
  func valid(_ text: String, _ seconds: Int) {
    #expect(created(text) == seconds)
  }

  @Test(
    "that do not exist are refused",
    arguments: [
      "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2024-13-01T00:00:00Z",
      "2024-00-01T00:00:00Z", "2024-04-31T00:00:00Z", "2024-01-01T24:00:00Z",
      "2024-01-01T00:60:00Z", "2024-01-01T00:00:60Z", "2024-01-01", "2024-01-01T00:00:00",
      "2024-01-01t00:00:00Z", "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00+0200",
      "2024-01-01T00:00:00+25:00", "+024-01-01T00:00:00Z", "2024-01-01T00:00:00Zx", "now",
      "20240-01-01T00:00:00Z", "2024-01-01T00:00:0éZ",
    ])
  func invalid(_ text: String) {
    #expect(created(text) == nil)
  }

  /// The creation time of an object with this text; nil when it is refused.
  private func created(_ text: String) -> Int? {
    let sample = Sample.ingress.replacing(
      "name: web\n  ann", with: "name: web\n  creationTimestamp: \"\(text)\"\n  ann")
    return imported(sample).ingresses.first?.metadata.created
  }
}
