public import Evidence
import IngressNGINX

/// A finding that somebody has decided to live with.
public struct Acceptance: Hashable, Sendable {
  /// The code of the finding.
  public var code: String
  /// The object that it is about; nil for all.
  public var object: QualifiedName?
  /// Why it can be lived with; empty where nobody says.
  public var reason = ""
  /// The last day on which it counts; nil where it always does.
  public var until: Day?
  /// Where it is written; nil for the command line.
  public var place: Place?

  /// Accepts findings of a code.
  public init(code: String, of object: QualifiedName? = nil) {
    self.code = code
    self.object = object
  }

  /// Reads `code` or `code:namespace/name`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let code = parts.first, !code.isEmpty else { return nil }
    self.init(code: String(code))
    guard parts.count == 2 else { return }
    guard let object = QualifiedName(String(parts[1])) else { return nil }
    self.object = object
  }

  /// Why it can never meet a finding, one line; nil where it can.
  public var problem: String? {
    let codes = CatalogueChapter.all.flatMap(\.rules).map(\.code)
    guard !codes.contains(code) else { return nil }
    let near = nearestWord(to: code, among: codes).map { "; did you mean \($0)?" } ?? ""
    return "no finding has the code '\(code)'\(near)"
  }
}

extension Acceptance: CustomStringConvertible {
  /// The acceptance as it is written on command lines.
  public var description: String { object.map { "\(code):\($0)" } ?? code }
}

extension [Acceptance] {
  /// The findings, those that are accepted as notes, and a note for each acceptance that meets none.
  ///
  /// What cannot be read cannot be accepted, since nobody knows what it says.
  func applied(to findings: [Finding]) -> [Finding] {
    guard !isEmpty else { return findings }
    var met: Set<Acceptance> = []
    let byCode = Dictionary(grouping: self, by: \.code)
    let told = findings.map { finding in
      guard finding.rule.effect != .unreadable else { return finding }
      let fitting = byCode[finding.rule.code]?.filter { $0.fits(finding) } ?? []
      guard !fitting.isEmpty else { return finding }
      met.formUnion(fitting)
      return finding.accepted(because: fitting.lazy.map(\.reason).first { !$0.isEmpty })
    }
    return told
      + filter { !met.contains($0) }.map { unmet in
        Finding(.acceptanceUnmet, at: unmet.place, message: unmet.description)
      }
  }
}

extension Acceptance {
  fileprivate func fits(_ finding: Finding) -> Bool {
    guard let object else { return true }
    return finding.subject?.namespace == object.namespace && finding.subject?.name == object.name
  }
}

extension Finding {
  /// The same finding as one that somebody lives with.
  fileprivate func accepted(because reason: String?) -> Finding {
    var finding = self
    finding.severity = .note
    finding.remedy = "Nothing: it is accepted" + (reason.map { ", because \($0)." } ?? ".")
    return finding
  }
}

/// The rules about what somebody chose.
enum ChoiceRules {
  static let all: [Rule] = [.acceptanceUnmet, .acceptanceExpired, .meshConfigUnreadable]
}

extension Rule {
  static let acceptanceUnmet = Rule(
    "acceptance-unmet", .note, .equivalent,
    title: "Nothing is found that was accepted",
    before: "ingress-nginx has nothing to do with it.",
    after: "They are the same with and without the acceptance.",
    remedy: "Leave the acceptance out, before it hides something new.")
}
