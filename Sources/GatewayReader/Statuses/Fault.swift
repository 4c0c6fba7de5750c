import Evidence

/// What Istio tells of something that it does not take (`ConfigError`, `ParentError`).
struct Fault: Hashable {
  let reason: String
  let message: String

  init(_ reason: String, _ message: String) {
    self.reason = reason
    self.message = message
  }
}

extension StatusCondition {
  /// A condition that holds unless there is a fault.
  init(_ type: String, unless fault: Fault?) {
    self.init(
      type, fault == nil, reason: fault?.reason ?? type, message: fault?.message ?? "")
  }
}
