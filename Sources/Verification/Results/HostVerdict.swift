package import Evidence
package import Routing

/// What the comparison of one class of hosts came to.
package struct HostVerdict: Hashable, Sendable {
  package var host: HostClass
  /// The requests that are answered differently, one for each kind of difference.
  package var differences: [Counterexample]
  /// What is set differently and shows in no single answer.
  package var settings: [SettingDifference] = []
  /// Why equality was checked on samples and not proved, in words; empty where it was proved.
  package var checks: [Doubt]
  /// What was not looked at since a budget was used up, in words.
  package var uncovered: [String]
  /// How many classes of requests were compared.
  package var classes: Int
  /// The requests that stand for the classes, if they were asked for.
  package var witnesses: [Request] = []
  /// The objects whose routes take part before.
  package var objects: Set<ObjectReference> = []
}

/// Why something could only be checked.
package struct Doubt: Hashable, Sendable {
  /// In words, for example `the pattern /a(?=b) has a look-ahead`.
  package var reason: String
  package var origin: Origin
}

/// Requests that two sites answer differently, all in the same way.
package struct Counterexample: Hashable, Sendable {
  /// The shortest of them.
  package var request: Request
  package var before: Answer
  package var after: Answer
  package var aspects: Set<Aspect>
  /// The routes that answer; nil where none does.
  package var routeBefore: Route?
  package var routeAfter: Route?
  /// Which paths.
  package var paths: PathShare
  /// In how many classes of requests they are.
  package var classes: Int
}

/// A part of all paths, in words.
package enum PathShare: Hashable, Sendable {
  /// Every path of the host.
  case all
  /// One path, and what takes it.
  case only(String, before: String, after: String)
  /// Paths that one route takes before and another after, or a part of them.
  case routes(before: String, after: String, Part?)

  /// The part of the paths that two routes take.
  package enum Part: Hashable, Sendable {
    /// In lower case other routes would take them.
    case inOtherCase
    case endingWithSlash
  }
}
