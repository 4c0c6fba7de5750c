import Evidence
import Gatewright
import Reporting

/// `gatewright explain --object`: where each field of an emitted object came from.
struct ObjectExplainer {
  let object: ObjectReference
  let paths: [String]
  let options: MigrationOptions
  let settings: SettingsFile
  let isQuiet: Bool

  func run(as format: Format) throws {
    let report = origins(of: object, in: InputFiles(paths), options: options, settings: settings)
    let unreadable = report.findings.filter { $0.isUnreadable }
    for line in unreadable.flatMap(\.lines) where !isQuiet { tellLine(line) }
    switch report.answer {
    case .found(let origins):
      var stream = OutputStream(descriptor: 1)
      stream.write(render(origins, as: format))
      try stream.finish()
    case .missing(let written):
      throw Stop(complaint(written), unreadable.isEmpty ? .usage : .unreadable)
    }
    if !unreadable.isEmpty { try Exit.unreadable.leave() }
  }

  private func complaint(_ written: [ObjectReference]) -> String {
    let named = written.map { argument($0) }
    let same = written.filter { $0.kind.lowercased() == object.kind.lowercased() }
    let near = nearestName(to: argument(object), among: named)
    let hint: String
    if let near {
      hint = "did you mean '\(near)'?"
    } else if same.isEmpty {
      let kinds = Set(written.map(\.kind)).sorted()
      hint = kinds.isEmpty ? "nothing is written" : "the kinds are \(kinds.joined(separator: ", "))"
    } else {
      let names = same.prefix(5).map { argument($0) }.joined(separator: ", ")
      hint = "there is \(names)" + (same.count > 5 ? " and \(same.count - 5) more" : "")
    }
    return "no object '\(argument(object))' is written from these manifests; \(hint)"
  }

  private func argument(_ reference: ObjectReference) -> String {
    let parts = [reference.kind, reference.namespace, reference.name]
    return parts.filter { !$0.isEmpty }.joined(separator: "/")
  }
}
