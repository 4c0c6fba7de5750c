public import Evidence

/// How many requests the mirrors of Ingresses get a copy of; nginx copies every request.
public struct MirroredPartDefault: Hashable, Sendable {
  /// Of a hundred requests, drawn by chance; 0 to 100.
  public var percent: Int
  /// The Ingresses with the mirrors (`mirror-target`); empty for every Ingress.
  public var ingresses: [QualifiedName]
  /// Where it is written; nil where it was made.
  public var place: Place?

  /// Chooses a part, which is brought between 0 and 100.
  ///
  /// - Parameters:
  ///   - percent: how many of a hundred requests.
  ///   - ingresses: the Ingresses with the mirrors; empty for every Ingress.
  ///   - place: where it is written; nil where it was made.
  public init(percent: Int, of ingresses: [QualifiedName] = [], at place: Place? = nil) {
    self.percent = min(100, max(0, percent))
    self.ingresses = ingresses
    self.place = place
  }
}
