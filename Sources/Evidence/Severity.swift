/// How much a finding matters to the person who migrates.
public enum Severity: String, CaseIterable, Sendable, Hashable {
  /// Good to know; nothing has to be decided.
  case note
  /// Some requests are answered differently, or a setting is lost; somebody should decide.
  case warning
  /// Protection or traffic is lost, or an object could not be used; somebody must decide.
  case error
}

extension Severity: Comparable {
  /// Orders from note to error.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
