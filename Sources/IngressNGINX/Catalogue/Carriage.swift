package import Routing

/// How far Gateway API and Istio carry an annotation.
package struct Carriage: Hashable, Sendable {
  /// How much of an annotation the new routes can say.
  package enum Fidelity: String, CaseIterable, Hashable, Sendable {
    /// All of it.
    case exact
    /// All of it but for a class of requests that a finding names.
    case caveat
    /// Some values, or a part of what they do.
    case partial
    /// Nothing.
    case none
    /// Nothing, and nothing is missed: no client or backend can tell.
    case needless
  }

  /// What the annotation decides; nil where the new routes never say it.
  package var topic: Topic?
  package var fidelity: Fidelity

  /// How far each annotation is carried, by key without the prefix.
  package static let byKey: [String: Carriage] =
    ofHosts.merging(ofAccess) { $1 }.merging(ofAnswers) { $1 }.merging(ofBackends) { $1 }
    .merging(ofListeners) { $1 }

  /// A line of the tables.
  typealias Row = (key: String, topic: Topic?, fidelity: Fidelity)

  static func table(_ rows: [Row]) -> [String: Carriage] {
    rows.reduce(into: [:]) { $0[$1.key] = Carriage(topic: $1.topic, fidelity: $1.fidelity) }
  }
}
