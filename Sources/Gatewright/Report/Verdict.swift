import Evidence

/// What the migration means for one Ingress, from the best to the worst.
public enum Verdict: String, CaseIterable, Hashable, Sendable {
  /// Every request is answered as before, and there is nothing to say about its routes.
  case exact
  /// Every request is answered as before; a finding says how or why.
  case equivalent
  /// ingress-nginx does not serve it, or a part of it, either.
  case notServed
  /// Some requests are answered differently.
  case changed
  /// A behaviour or the whole Ingress is not carried over.
  case lost

  /// What one finding means for the Ingress it is about.
  init(_ effect: Effect) {
    self =
      switch effect {
      case .equivalent: .equivalent
      case .notServed: .notServed
      case .changed: .changed
      case .lost: .lost
      case .unreadable: .exact
      }
  }

  /// The verdict in words, as reports show it.
  public var title: String {
    switch self {
    case .exact: "exact"
    case .equivalent: "equivalent"
    case .notServed: "not served by nginx either"
    case .changed: "changed"
    case .lost: "lost"
    }
  }
}

extension Verdict: Comparable {
  /// Orders from exact to lost.
  public static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .exact: 0
    case .equivalent: 1
    case .notServed: 2
    case .changed: 3
    case .lost: 4
    }
  }
}
