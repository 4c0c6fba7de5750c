/// How dangerous an annotation is in the hands of somebody who may write Ingresses
/// (`parser.AnnotationRisk`).
package enum AnnotationRisk: String, CaseIterable, Sendable {
  case low
  case medium
  case high
  case critical

  /// Reads a value of `annotations-risk-level`; any other word means Low
  /// (`parser.StringRiskToRisk`).
  init(written text: String) { self = AnnotationRisk(rawValue: text.lowercased()) ?? .low }

  /// The level as the ConfigMap writes it.
  var word: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension AnnotationRisk: Comparable {
  package static func < (left: AnnotationRisk, right: AnnotationRisk) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
  }
}

extension Family {
  /// The annotations whose text nginx runs.
  static let criticalKeys = sortedEntries.filter { $0.entry.risk == .critical }.map(\.key)
}
