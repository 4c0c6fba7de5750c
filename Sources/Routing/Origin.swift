package import Evidence

/// Where a part of the model came from.
///
/// The parts of a large site name their origins tens of thousands of times, so the names are kept
/// once and shared by all copies.
package struct Origin: Hashable, Sendable {
  private indirect enum Storage: Hashable, Sendable {
    case unknown
    case known(object: ObjectReference?, place: Place?, start: Place?, part: String)
  }

  private let storage: Storage

  package init(
    object: ObjectReference? = nil, place: Place? = nil, start: Place? = nil, part: String = ""
  ) {
    let isUnknown = object == nil && place == nil && start == nil && part.isEmpty
    storage =
      isUnknown ? .unknown : .known(object: object, place: place, start: start, part: part)
  }

  package var object: ObjectReference? {
    guard case .known(let object, _, _, _) = storage else { return nil }
    return object
  }

  /// Where the part stands.
  package var place: Place? {
    guard case .known(_, let place, _, _) = storage else { return nil }
    return place
  }

  /// Where the object begins; nil where it is the same, or not known.
  package var start: Place? {
    guard case .known(_, _, let start, _) = storage else { return nil }
    return start
  }

  /// What inside the object, for example `spec.rules[0].http.paths[1]`, or the name of a route rule.
  package var part: String {
    guard case .known(_, _, _, let part) = storage else { return "" }
    return part
  }
}
