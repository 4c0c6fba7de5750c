/// Annotations that are read together and say one thing: one parser of the controller
/// (`annotations.NewAnnotationFactory`).
protocol AnnotationFamily: Sendable {
  /// The keys of the family, without the prefix.
  associatedtype Key: RawRepresentable, CaseIterable, Hashable, Sendable
  where Key.RawValue == String
  /// What the family says.
  associatedtype Setting: FamilySetting

  /// The heading of the controller's own page about annotations that tells of the family; nil where
  /// it does not.
  static var heading: String? { get }

  /// What there is to know of a key.
  static func entry(of key: Key) -> AnnotationEntry

  /// Reads the family as the controller does.
  ///
  /// - Parameter annotations: the family's view of what is written; it notes what is ignored.
  /// - Returns: what the family says.
  /// - Throws: where a value costs more than itself.
  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting
}

/// What a family says; the plain initialiser is "nothing written".
protocol FamilySetting: Sendable {
  init()
}

/// A value that the controller ignores without a word.
struct Doubt: Sendable {
  var key: String
  /// What the controller would have taken, for example `a whole number`.
  var expected: String
  /// What it does instead, for example `uses the default 100`.
  var consequence: String
  /// Whether requests get through because of it that the annotation seems to refuse.
  var failsOpen: Bool
}

/// What one bad annotation does to more than itself (`annotations.Extractor.Extract`).
enum Refusal: Error, Sendable {
  /// The controller drops everything that the family says; the rest of the Ingress works.
  case groupLost(key: String, reason: String)
  /// Every path of the Ingress answers 503.
  case denied(key: String, reason: String)
  /// The controller refuses the whole Ingress.
  case dropped(key: String, reason: String)
}
