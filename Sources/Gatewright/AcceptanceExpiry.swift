import Evidence

extension MigrationOptions {
  /// The acceptances that still count.
  var acceptedInForce: [Acceptance] { accepted.filter { !isExpired($0) } }

  /// What there is to say of those that do not count any more.
  var expiryFindings: [Finding] {
    accepted.filter { isExpired($0) }.map { acceptance in
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
  static let acceptanceExpired = Rule(
    "acceptance-expired", .warning, .equivalent,
    title: "An accepted finding is accepted no longer",
    before: "Its last day in the settings file has passed.",
    after: "They are written as if it had never been accepted.",
    remedy: "Remove the cause, or decide anew and write another day.")
}
