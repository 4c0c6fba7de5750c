import Automata
import Evidence
import Routing
import Tracing

/// The comparison of one class of hosts.
struct HostComparison {
  /// Differences that are told as one: the same routes differ in the same respects.
  private struct Key: Hashable {
    var scheme: Request.Scheme
    var before: Int?
    var after: Int?
    var aspects: Set<Aspect>
    var outcome: Answer.Outcome?
  }

  let comparison: Comparison
  private(set) var verdict: HostVerdict
  var cache: ValueCache
  private var places: [Key: Int] = [:]
  private var settings: SettingsComparison
  /// What became of signatures, where the path does not matter; nil where the answers agree.
  private var known: [DecisionTable.Signature: Int?] = [:]

  init(_ host: HostClass, _ comparison: Comparison, _ cache: ValueCache) {
    self.comparison = comparison
    self.cache = cache
    settings = SettingsComparison(comparison.upstreams.before, comparison.upstreams.after)
    verdict = HostVerdict(host: host, differences: [], checks: [], uncovered: [], classes: 0)
  }

  /// Compares all requests of a scheme.
  mutating func compare(_ scheme: Request.Scheme) {
    let name = verdict.host.name
    let before = Side(comparison.before, name, scheme)
    let after = Side(comparison.after, name, scheme)
    note(before.routes)
    let first = Request(scheme: scheme, host: name)
    if after.isClosed(to: first) || before.isClosed(to: first) {
      return compareClosed(first, before, after)
    }
    let space = PathSpace(before.landing, after.landing, comparison.budget)
    note(space, scheme)
    known = [:]
    settings.startOver()
    for paths in space.classes {
      var table = DecisionTable(
        host: name, scheme: scheme, before: before, after: after, paths: paths, space: space,
        limit: comparison.budget.combinations)
      var cache = cache
      let rows = table.rows(&cache) { known.index(forKey: $0) != nil }
      self.cache = cache
      for row in rows {
        let place = take(row, before, after, paths, space)
        if before.isPathFree(row.before), after.isPathFree(row.after), !comparison.keepsWitnesses {
          known.updateValue(place, forKey: row.signature)
        }
      }
      for signature in table.repeated { take(again: signature, before, after, paths, space) }
      note(table)
    }
    verdict.settings = settings.differences
  }

  /// Where one side lets nobody in, one request tells of all.
  private mutating func compareClosed(_ request: Request, _ before: Side, _ after: Side) {
    verdict.classes += 1
    if comparison.keepsWitnesses { verdict.witnesses.append(request) }
    let answers = (before.answering.answer(to: request), after.answering.answer(to: request))
    let aspects = answers.0.disagreement(with: answers.1)
    guard !aspects.isEmpty else { return }
    verdict.differences.append(
      Counterexample(
        request: request, before: answers.0, after: answers.1, aspects: aspects,
        routeBefore: before.first(taking: Array(request.target.utf8)).map { before.routes[$0] },
        routeAfter: nil, paths: .all, classes: 1))
  }

  /// The objects whose routes take part.
  private mutating func note(_ routes: [Route]) {
    var last: ObjectReference?
    for route in routes {
      guard let object = route.origin.object, object != last else { continue }
      verdict.objects.insert(object)
      last = object
    }
  }

  private mutating func note(_ space: PathSpace, _ scheme: Request.Scheme) {
    for pattern in space.irregular {
      doubt("the pattern `\(pattern.pattern)` has \(pattern.construct)", pattern.origin)
    }
    guard let length = space.coveredLength else { return }
    verdict.uncovered.append("\(scheme.rawValue) paths longer than \(length) bytes")
  }

  private mutating func note(_ table: DecisionTable) {
    for name in table.uncertain {
      doubt("the values of \(name) are told apart by samples", Origin())
    }
    if !table.isComplete {
      let words = "some combinations of more than two headers, cookies and methods"
      if !verdict.uncovered.contains(words) { verdict.uncovered.append(words) }
    }
  }

  private mutating func doubt(_ reason: String, _ origin: Origin) {
    let doubt = Doubt(reason: reason, origin: origin)
    if !verdict.checks.contains(doubt) { verdict.checks.append(doubt) }
  }

  private mutating func take(
    again signature: DecisionTable.Signature, _ before: Side, _ after: Side,
    _ paths: PathSpace.PathClass, _ space: PathSpace
  ) {
    verdict.classes += 1
    guard let place = known[signature] ?? nil else { return }
    verdict.differences[place].classes += 1
    guard verdict.differences[place].paths.isPart else { return }
    verdict.differences[place].paths.add(PathShare(paths, before, after, signature, space.marks))
  }

  /// Compares the answers of a row, and hands back the place of their difference; nil for none.
  private mutating func take(
    _ row: DecisionTable.Row, _ before: Side, _ after: Side, _ paths: PathSpace.PathClass,
    _ space: PathSpace
  ) -> Int? {
    verdict.classes += 1
    if comparison.keepsWitnesses { verdict.witnesses.append(row.request) }
    let routes = (before.route(row.before), after.route(row.after))
    if let left = row.before.route, let right = row.after.route, row.areForwarded {
      settings.compare((left, before.routes[left]), (right, after.routes[right]))
    }
    let aspects = row.answers.before.disagreement(with: row.answers.after)
    if aspects.isEmpty {
      let proof = FormProof(before: routes.0, after: routes.1, paths: paths, marks: space.marks)
      if let reason = proof.doubt { doubt(reason, routes.0?.origin ?? Origin()) }
      return nil
    }
    let key = Key(
      scheme: row.request.scheme, before: row.before.route, after: row.after.route,
      aspects: aspects,
      outcome: row.before.route == nil ? row.answers.before.outcome : nil)
    let share = PathShare(paths, before, after, row.signature, space.marks)
    if let place = places[key] {
      verdict.differences[place].classes += 1
      verdict.differences[place].paths.add(share)
      return place
    }
    places[key] = verdict.differences.count
    verdict.differences.append(
      Counterexample(
        request: row.request, before: row.answers.before, after: row.answers.after,
        aspects: aspects, routeBefore: routes.0, routeAfter: routes.1, paths: share, classes: 1))
    return verdict.differences.count - 1
  }
}
