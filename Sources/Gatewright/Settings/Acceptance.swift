public import Evidence

/// A finding that somebody decided to live with.
public struct Acceptance: Hashable, Sendable {
  /// The code of the finding.
  public var code: String
  /// The Ingress that it is about; nil for all.
  public var object: QualifiedName?
  /// Why it can be lived with; empty where nobody says.
  public var reason: String
  /// The last day on which it counts; nil where it always does.
  public var until: Day?
  /// Where it is written; nil for the command line.
  public var place: Place?

  /// Accepts a finding.
  public init(
    _ code: String, of object: QualifiedName? = nil, because reason: String = "",
    until: Day? = nil, at place: Place? = nil
  ) {
    self.code = code
    self.object = object
    self.reason = reason
    self.until = until
    self.place = place
  }
}

extension MigrationOptions {
  /// The acceptances that still count.
  var acceptancesInForce: [Acceptance] { acceptances.filter { !isExpired($0) } }

  /// What there is to say of those that do not count any more.
  var expiryFindings: [Finding] {
    acceptances.filter { isExpired($0) }.map { acceptance in
      let whose = acceptance.object.map { " of \($0)" } ?? ""
      let day = acceptance.until.map { " until \($0)" } ?? ""
      return Finding(
        .acceptanceExpired, at: acceptance.place, field: "accept",
        message: "\(acceptance.code)\(whose) was accepted\(day): \(acceptance.reason)")
    }
  }

  private func isExpired(_ acceptance: Acceptance) -> Bool {
    guard let today, let until = acceptance.until else { return false }
    return until < today
  }
}

extension Rule {
  /// An acceptance whose last day has passed.
  package static let acceptanceExpired = Rule(
    "acceptance-expired", .warning, .equivalent,
    title: "An accepted finding is accepted no longer",
    before: "Its last day in the settings file has passed.",
    after: "It counts like every other finding again.",
    remedy: "Remove the cause, or decide anew and write another day.")
}
