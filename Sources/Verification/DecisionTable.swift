import Routing
import Tracing

/// All requests to one class of paths, in rows that are answered alike.
struct DecisionTable {
  /// Requests that the same routes decide on both sides.
  struct Row {
    var signature: Signature
    var request: Request
    var answers: (before: Answer, after: Answer)

    var before: Landing.Decision { signature.before }
    var after: Landing.Decision { signature.after }

    /// Whether both sides hand the request to a backend.
    var areForwarded: Bool {
      guard case .forwarded = answers.before.outcome, case .forwarded = answers.after.outcome else {
        return false
      }
      return true
    }
  }

  /// What makes two requests the same to both sites.
  struct Signature: Hashable {
    var before: Landing.Decision
    var after: Landing.Decision
    var values: [String?]
    /// Whether the path ends with `/`, which shows in some redirects.
    var endsWithSlash: Bool
  }

  let host: String
  let scheme: Request.Scheme
  let before: Side
  let after: Side
  let paths: PathSpace.PathClass
  let space: PathSpace
  let limit: Int
  /// The known signatures that are met again.
  private(set) var repeated: [Signature] = []
  private(set) var uncertain: [String] = []
  private(set) var isComplete = true

  init(
    host: String, scheme: Request.Scheme, before: Side, after: Side, paths: PathSpace.PathClass,
    space: PathSpace, limit: Int
  ) {
    (self.host, self.scheme) = (host, scheme)
    (self.before, self.after) = (before, after)
    (self.paths, self.space, self.limit) = (paths, space, limit)
  }

  /// The rows, those of the shortest path and the plainest requests first; `isKnown` tells those that
  /// need no row, since the path does not matter to them.
  mutating func rows(_ cache: inout ValueCache, isKnown: (Signature) -> Bool) -> [Row] {
    var rows: [Row] = []
    for path in paths.samples {
      let candidates = (
        before: before.candidates(paths.before, space.irregularRoutes[0], for: path),
        after: after.candidates(paths.after, space.irregularRoutes[1], for: path)
      )
      rows += self.rows(path, candidates.before, candidates.after, &cache, isKnown)
    }
    return rows
  }

  private mutating func rows(
    _ path: [UInt8], _ beforeRoutes: [Int], _ afterRoutes: [Int], _ cache: inout ValueCache,
    _ isKnown: (Signature) -> Bool
  ) -> [Row] {
    let looks = Looks(
      beforeRoutes.map { before.routes[$0] } + afterRoutes.map { after.routes[$0] },
      before.behaviours + after.behaviours, [before.landing, after.landing].compactMap { $0 },
      scheme)
    let showsSlash =
      looks.showsQuery && (space.marks.finalSlash.map(paths.markers.contains) ?? false)
    let dimensions = Dimensions(looks, &cache)
    uncertain += dimensions.uncertain
    let combinations = Combinations(dimensions.all.map(\.values.count), limit: limit)
    isComplete = isComplete && combinations.isComplete
    var seen: Set<Signature> = []
    var rows: [Row] = []
    for choice in combinations {
      let request = request(path, dimensions.all, choice)
      let decided = before.decision(on: request, among: beforeRoutes, looks.isPlain)
      let decidedAfter = after.decision(on: request, among: afterRoutes, looks.isPlain)
      let signature = Signature(
        before: decided.decision, after: decidedAfter.decision,
        values: zip(dimensions.all, choice).map { $0.isInAnswers ? $0.values[$1] : nil },
        endsWithSlash: showsSlash && !request.hasQuery)
      guard seen.insert(signature).inserted else { continue }
      if isKnown(signature) {
        repeated.append(signature)
        continue
      }
      rows.append(
        Row(
          signature: signature, request: request,
          answers: (decided.answer(), decidedAfter.answer())))
    }
    return rows
  }

  private func request(_ path: [UInt8], _ dimensions: [Dimension], _ choice: [Int]) -> Request {
    var request = Request(
      scheme: scheme, host: host, target: String(decoding: path, as: UTF8.self))
    for (dimension, index) in zip(dimensions, choice) {
      request.set(dimension.kind, dimension.values[index])
    }
    return request
  }
}
