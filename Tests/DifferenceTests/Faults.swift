import Gatewright

extension VerificationReport {
  /// The differences that nothing explains, as people read them; the first few.
  var faults: [String] {
    unexplained.prefix(6).map { difference in
      "\(difference.host): \(difference.curl)\n    \(difference.aspects) \(difference.paths)\n    "
        + "\(difference.before.outcome) \(difference.before.upstreamPath ?? "")\n    "
        + "\(difference.after.outcome) \(difference.after.upstreamPath ?? "") "
        + "\(difference.causes.map(\.code))"
    }
  }
}
