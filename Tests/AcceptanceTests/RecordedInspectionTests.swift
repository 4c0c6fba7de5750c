import Foundation
import Gatewright
import RecordedAnswers
import Reporting
import Testing

@Suite("recorded configurations of ingress-nginx")
struct RecordedInspectionTests {
  /// Cases whose record is limited, and why.
  private static let limited = [
    "snippets-03":
      "the recorder gave the modifiers out one too late, since the server snippet has a location"
  ]

  @Test(
    "are what `inspect` shows",
    arguments: RecordedCase.all("ingress-nginx-oracle").filter { limited[$0.name] == nil })
  func configuration(_ recorded: RecordedCase) throws {
    let expected = try RecordedConfiguration(json: try recorded.bytes("resources.json"))
    let input = Input(name: "input.yaml", bytes: try recorded.bytes("input.yaml"))
    let report = inspect([input], options: try recorded.options())
    let shown = try RecordedConfiguration(json: Array(render(report, as: .json).utf8))
    let differences = shown.differences(from: expected)
    #expect(
      differences.count == 0, "\(recorded):\n  \(differences.prefix(8).joined(separator: "\n  "))")
  }

  @Test("are left out by name only where the record is limited")
  func exceptions() {
    let names = Set(RecordedCase.all("ingress-nginx-oracle").map(\.name))
    #expect(names.isSuperset(of: Self.limited.keys))
  }
}

extension RecordedCase {
  /// What the library is told beside the manifests of a case.
  fileprivate func options() throws -> MigrationOptions {
    let settings = try settings()
    var options = MigrationOptions()
    options.emptyServices = (settings.emptyServices ?? []).compactMap { QualifiedName($0) }
    for (flag, value) in settings.controllerFlags ?? [:] {
      switch (flag, value) {
      case ("watch-ingress-without-class", .flag(let isOn)):
        options.controller.watchesIngressWithoutClass = isOn
      case ("default-backend-service", .text(let name)):
        options.controller.defaultBackendService = QualifiedName(name)
      default: Issue.record("unknown flag \(flag)")
      }
    }
    return options
  }
}
