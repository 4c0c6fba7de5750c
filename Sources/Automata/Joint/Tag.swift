/// One pattern among those that are walked together.
package struct Tag: Hashable, Sendable {
  /// The list that the pattern stands in.
  package var lane: Int
  /// Its place there.
  package var rank: Int
  /// Whether a match of it hides everything later in its list.
  package var isFinal: Bool

  package init(lane: Int, rank: Int, isFinal: Bool) {
    self.lane = lane
    self.rank = rank
    self.isFinal = isFinal
  }
}

/// The patterns that fit a text: of each list the ranks up to the first that hides the others.
package struct Matched: Hashable, Sendable {
  package private(set) var lanes: [[Int]]

  init(_ tags: [Tag], lanes count: Int) {
    lanes = Array(repeating: [], count: count)
    var cuts = Array(repeating: Int.max, count: count)
    for tag in tags where tag.isFinal { cuts[tag.lane] = min(cuts[tag.lane], tag.rank) }
    for tag in tags where tag.rank <= cuts[tag.lane] { lanes[tag.lane].append(tag.rank) }
    for lane in lanes.indices where lanes[lane].count > 1 {
      lanes[lane] = Set(lanes[lane]).sorted()
    }
  }
}

/// The texts that the same patterns fit.
package struct TextClass: Hashable, Sendable {
  package var matched: Matched
  /// Texts of the class, the shortest first.
  package var samples: [[UInt8]]
  /// Whether the first sample is the only text of the class.
  package var isSingle: Bool
}

/// All texts, in classes.
package struct TextClasses: Hashable, Sendable {
  /// In the order of their shortest texts.
  package var classes: [TextClass]
  /// How many states were looked at.
  package var states: Int
  /// All texts of up to so many bytes are covered; nil where all texts are.
  package var coveredLength: Int?
}
