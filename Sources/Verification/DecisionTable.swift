import Routing
import Tracing

/// All requests to one class of paths, in rows that are answered alike.
struct DecisionTable {
  /// What makes two requests the same to all sites.
  struct Signature: Hashable {
    var before: Landing.Decision
    var after: Landing.Decision
    var reference: Landing.Decision?
    var values: [String?]
    /// Whether the path ends with `/`, which shows in some redirects.
    var endsWithSlash: Bool
    /// Whether the path has capital letters, where those are told apart.
    var hasCapitals: Bool
  }

  let host: String
  let scheme: Request.Scheme
  let sides: Sides
  let paths: PathSpace.PathClass
  let space: PathSpace
  let limit: Int
  /// The known signatures that are met again.
  private(set) var repeated: [Signature] = []
  private(set) var uncertain: [String] = []
  private(set) var isComplete = true

  init(
    host: String, scheme: Request.Scheme, sides: Sides, paths: PathSpace.PathClass,
    space: PathSpace, limit: Int
  ) {
    (self.host, self.scheme, self.sides) = (host, scheme, sides)
    (self.paths, self.space, self.limit) = (paths, space, limit)
  }

  /// The rows, those of the shortest path and the plainest requests first; `isKnown` tells those that
  /// need no row, since the path does not matter to them.
  mutating func rows(_ cache: inout ValueCache, isKnown: (Signature) -> Bool) -> [Row] {
    paths.samples.prefix(space.samples).flatMap { rows($0, &cache, isKnown) }
  }

  /// A request that differs from a row's in its path only and is answered differently, if one of the
  /// samples makes one.
  func differing(like row: Row) -> Row? {
    let query = row.request.target.drop { $0 != "?" }
    for path in paths.samples.dropFirst() {
      let candidates = candidates(for: path)
      var request = row.request
      request.target = String(decoding: path, as: UTF8.self) + query
      let before = sides.before.decision(on: request, among: candidates.before, false)
      let after = sides.after.decision(on: request, among: candidates.after, false)
      var signature = row.signature
      (signature.before, signature.after) = (before.decision, after.decision)
      let other = Row(
        signature: signature, request: request, answers: (before.answer(), after.answer()))
      if !other.disagreement.isEmpty { return other }
    }
    return nil
  }

  private func candidates(for path: [UInt8]) -> (before: [Int], after: [Int]) {
    (
      sides.before.candidates(paths.before, space.irregularRoutes[0], for: path),
      sides.after.candidates(paths.after, space.irregularRoutes[1], for: path)
    )
  }

  private mutating func rows(
    _ path: [UInt8], _ cache: inout ValueCache, _ isKnown: (Signature) -> Bool
  ) -> [Row] {
    let candidates = candidates(for: path)
    let others = sides.reference?.routes(taking: path) ?? []
    let looks = Looks(sides, candidates.before, candidates.after, others, scheme)
    let dimensions = Dimensions(looks, &cache)
    uncertain += dimensions.uncertain
    let combinations = Combinations(dimensions.all.map(\.values.count), limit: limit)
    isComplete = isComplete && combinations.isComplete
    let showsSlash =
      looks.showsQuery && (space.marks.finalSlash.map(paths.markers.contains) ?? false)
    var seen: Set<Signature> = []
    var rows: [Row] = []
    for choice in combinations {
      let request = request(path, dimensions.all, choice)
      let before = sides.before.decision(on: request, among: candidates.before, looks.isPlain)
      let after = sides.after.decision(on: request, among: candidates.after, looks.isPlain)
      let signature = Signature(
        before: before.decision, after: after.decision,
        reference: sides.reference?.decision(on: request, among: others, looks.isPlain).decision,
        values: zip(dimensions.all, choice).map { $0.isInAnswers ? $0.values[$1] : nil },
        endsWithSlash: showsSlash && !request.hasQuery,
        hasCapitals: space.marks.capitals.map(paths.markers.contains) ?? false)
      guard seen.insert(signature).inserted else { continue }
      if isKnown(signature) {
        repeated.append(signature)
      } else {
        rows.append(
          Row(signature: signature, request: request, answers: (before.answer(), after.answer())))
      }
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
