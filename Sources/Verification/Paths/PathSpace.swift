import Automata
package import Routing
import Tracing

/// The paths of one host in classes that neither site tells apart.
struct PathSpace {
  /// A class of paths.
  struct PathClass {
    /// The routes of each site that take the paths, up to the first that takes all requests.
    var before: [Int]
    var after: [Int]
    /// The markers that fit: what else tells the paths apart.
    var markers: Set<Int>
    /// Paths of the class, the shortest first.
    var samples: [[UInt8]]
    /// Whether the first sample is the only path of the class.
    var isSingle: Bool
  }

  let classes: [PathClass]
  /// How many samples of each class are asked in any case; the others where nothing is proved.
  let samples: Int
  /// All paths of up to so many bytes are covered; nil where all are.
  let coveredLength: Int?
  /// The patterns that are no regular expressions in the formal sense, with the construct.
  let irregular: [IrregularPattern]
  /// The routes of each site whose patterns are irregular.
  let irregularRoutes: [Set<Int>]
  let marks: PathMarks

  /// The paths that two hosts tell apart, or that a third one does.
  init(_ sides: Sides, _ budget: Budget) {
    let (before, after) = (sides.before.landing, sides.after.landing)
    let reference = sides.reference?.landing
    var joint = JointPaths()
    joint.add(before?.host.routes ?? [], lane: 0)
    joint.add(after?.host.routes ?? [], lane: 1)
    joint.add(reference?.host.routes ?? [], lane: 3)
    var marks = PathMarks(before, after, reference)
    if reference != nil { marks.tellLetterCaseApart() }
    joint.add(marks)
    samples = joint.irregular.isEmpty && !marks.needsSamples ? 1 : 6
    let found = joint.space.classes(budget: budget.states, samples: marks.areThere ? 6 : samples)
    coveredLength = found.coveredLength
    irregular = joint.irregular
    irregularRoutes = joint.irregularRoutes
    self.marks = marks
    classes = found.classes.map { PathClass($0) }
  }
}

extension PathSpace.PathClass {
  fileprivate init(_ found: TextClass) {
    before = found.matched.lanes[0]
    after = found.matched.lanes[1]
    markers = Set(found.matched.lanes[2])
    samples = found.samples
    isSingle = found.isSingle
  }
}

/// A path pattern that cannot be walked.
package struct IrregularPattern: Hashable, Sendable {
  package var pattern: String
  /// What is not regular about it, for example `look-ahead`.
  package var construct: String
  /// The route that has it.
  package var origin: Origin
}
