import Automata
import Routing
import Tracing

extension PathShare {
  /// Which paths a row of a class stands for.
  init(_ row: DecisionTable.Signature, _ table: DecisionTable) {
    let (paths, marks) = (table.paths, table.space.marks)
    let (before, after) = (table.sides.before, table.sides.after)
    let routes = (before.route(row.before)?.path.words, after.route(row.after)?.path.words)
    if paths.isSingle, let path = paths.samples.first {
      self = .only(
        String(decoding: path, as: UTF8.self), before: routes.0 ?? "no location",
        after: routes.1 ?? "no rule")
      return
    }
    let endsWithSlash = marks.finalSlash.map(paths.markers.contains) ?? false
    let isInOtherCase = Self.isInOtherCase(paths, before, row.before, after, row.after)
    self = .routes(
      before: routes.0 ?? "no location", after: routes.1 ?? "no rule",
      isInOtherCase ? .inOtherCase : endsWithSlash ? .endingWithSlash : nil)
  }

  /// Whether it is less than all that two routes take.
  var isPart: Bool {
    switch self {
    case .all, .routes(_, _, nil): false
    case .only, .routes: true
    }
  }

  /// Whether the paths would be answered otherwise in lower case.
  package var isInOtherCase: Bool {
    switch self {
    case .routes(_, _, .inOtherCase): true
    case .all, .only, .routes: false
    }
  }

  /// Adds another part of what the same two routes take.
  mutating func add(_ other: PathShare) {
    guard self != other else { return }
    switch self {
    case .all: break
    case .only(_, let before, let after), .routes(let before, let after, _):
      self = .routes(before: before, after: after, nil)
    }
  }

  /// Whether the paths in lower case would be taken by another route of one side.
  private static func isInOtherCase(
    _ paths: PathSpace.PathClass, _ before: Side, _ decision: Landing.Decision, _ after: Side,
    _ decisionAfter: Landing.Decision
  ) -> Bool {
    guard let path = paths.samples.first else { return false }
    let lower = path.map { ByteSet.uppercase.contains($0) ? $0 + 32 : $0 }
    guard lower != path else { return false }
    return before.first(taking: lower) != decision.route
      || after.first(taking: lower) != decisionAfter.route
  }
}

extension Side {
  /// The first route that takes a path, conditions aside.
  func first(taking path: [UInt8]) -> Int? {
    guard let landing else { return nil }
    return routes.indices.first { landing.takes(path, $0) }
  }
}

extension PathMatch {
  /// The paths in words.
  package var words: String {
    switch self {
    case .exact(let text): text
    case .prefix("/"): "all paths"
    case .prefix(let text): "all paths under \(text)"
    case .text(let text): "all paths that begin with \(text)"
    case .pattern(let pattern):
      switch pattern.extent {
      case .start: "all paths that ^\(pattern.text) fits in any letter case"
      case .whole: "all paths that \(pattern.text) fits"
      }
    }
  }
}
