import Routing
import Tracing

/// All requests to one class of paths, in rows that are answered alike.
struct DecisionTable {
  /// Requests that the same routes decide on both sides.
  struct Row {
    var request: Request
    var before: Landing.Decision
    var after: Landing.Decision
    var answers: (before: Answer, after: Answer)

    /// In what the answers differ.
    var disagreement: Set<Aspect> { answers.before.disagreement(with: answers.after) }
  }

  /// What makes two requests the same to both sites.
  private struct Signature: Hashable {
    var before: Landing.Decision
    var after: Landing.Decision
    var reference: Landing.Decision?
    var values: [String?]
  }

  let host: String
  let scheme: Request.Scheme
  let before: Side
  let after: Side
  let reference: Side?
  let paths: PathSpace.PathClass
  let space: PathSpace
  let limit: Int
  private(set) var uncertain: [String] = []
  private(set) var isComplete = true

  init(
    host: String, scheme: Request.Scheme, before: Side, after: Side, reference: Side?,
    paths: PathSpace.PathClass, space: PathSpace, limit: Int
  ) {
    (self.host, self.scheme) = (host, scheme)
    (self.before, self.after, self.reference) = (before, after, reference)
    (self.paths, self.space, self.limit) = (paths, space, limit)
  }

  /// The rows, those of the shortest path and the plainest requests first.
  mutating func rows(_ cache: inout ValueCache) -> [Row] {
    var rows: [Row] = []
    for path in paths.samples.prefix(space.samples) {
      let candidates = candidates(for: path)
      rows += self.rows(path, candidates.before, candidates.after, &cache)
    }
    return rows
  }

  /// A request that differs from a row's in its path only and is answered differently, if one of the
  /// samples makes one.
  func differing(like row: Row) -> Row? {
    let query = row.request.target.drop { $0 != "?" }
    for path in paths.samples.dropFirst() {
      var other = row
      let candidates = candidates(for: path)
      other.request.target = String(decoding: path, as: UTF8.self) + query
      other.before = before.decision(on: other.request, among: candidates.before)
      other.after = after.decision(on: other.request, among: candidates.after)
      other.answers = (
        before.answer(to: other.request, among: candidates.before),
        after.answer(to: other.request, among: candidates.after)
      )
      if !other.disagreement.isEmpty { return other }
    }
    return nil
  }

  private func candidates(for path: [UInt8]) -> (before: [Int], after: [Int]) {
    (
      before.candidates(paths.before, space.irregularRoutes[0], for: path),
      after.candidates(paths.after, space.irregularRoutes[1], for: path)
    )
  }

  private mutating func rows(
    _ path: [UInt8], _ beforeRoutes: [Int], _ afterRoutes: [Int], _ cache: inout ValueCache
  ) -> [Row] {
    let others = reference?.routes(taking: path) ?? []
    let looks = Looks(
      beforeRoutes.map { before.routes[$0] } + afterRoutes.map { after.routes[$0] }
        + others.compactMap { reference?.routes[$0] },
      before.behaviours + after.behaviours)
    let dimensions = Dimensions(looks, &cache)
    uncertain += dimensions.uncertain
    let combinations = Combinations(dimensions.all.map(\.values.count), limit: limit)
    isComplete = isComplete && combinations.isComplete
    var seen: Set<Signature> = []
    var rows: [Row] = []
    for choice in combinations {
      let request = request(path, dimensions.all, choice)
      let decided = before.decision(on: request, among: beforeRoutes)
      let decidedAfter = after.decision(on: request, among: afterRoutes)
      let values = zip(dimensions.all, choice).map { $0.isInAnswers ? $0.values[$1] : nil }
      let signature = Signature(
        before: decided, after: decidedAfter,
        reference: reference?.decision(on: request, among: others), values: values)
      guard seen.insert(signature).inserted else { continue }
      let answers = (
        before.answer(to: request, among: beforeRoutes),
        after.answer(to: request, among: afterRoutes)
      )
      rows.append(Row(request: request, before: decided, after: decidedAfter, answers: answers))
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
