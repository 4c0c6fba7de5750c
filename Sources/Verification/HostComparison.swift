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
    var label = ""
  }

  let comparison: Comparison
  private(set) var verdict: HostVerdict
  var cache: ValueCache
  private var settings: SettingsComparison
  private var found: [(key: Key, difference: Counterexample)] = []
  /// What became of signatures, where the path does not matter: the place of the difference, or nil.
  private var known: [DecisionTable.Signature: Int?] = [:]

  init(_ host: HostClass, _ comparison: Comparison, _ cache: ValueCache) {
    self.comparison = comparison
    self.cache = cache
    settings = SettingsComparison(comparison.upstreams.before, comparison.upstreams.after)
    verdict = HostVerdict(host: host, differences: [], checks: [], uncovered: [], classes: 0)
    if case .expression = host.kind {
      verdict.doubt("of the names that the expression fits, only \(host.name) was asked", Origin())
    }
  }

  /// Compares all requests of a scheme.
  mutating func compare(_ scheme: Request.Scheme) {
    let sides = Sides(comparison, verdict.host.name, scheme)
    verdict.note(objectsOf: sides.before.routes)
    let first = Request(scheme: scheme, host: verdict.host.name)
    guard !sides.areClosed(to: first) else { return compareClosed(first, sides) }
    let space = PathSpace(sides, comparison.budget)
    verdict.note(space, scheme)
    known = [:]
    settings.startOver()
    for paths in space.classes { compare(paths, space, sides, scheme) }
    verdict.settings = settings.differences
  }

  private mutating func compare(
    _ paths: PathSpace.PathClass, _ space: PathSpace, _ sides: Sides, _ scheme: Request.Scheme
  ) {
    var table = DecisionTable(
      host: verdict.host.name, scheme: scheme, sides: sides, paths: paths, space: space,
      limit: comparison.budget.combinations)
    var cache = cache
    let rows = table.rows(&cache) { known.index(forKey: $0) != nil }
    self.cache = cache
    for row in rows {
      let place = take(row, table)
      if sides.arePathFree(row.signature), !comparison.keepsWitnesses {
        known.updateValue(place, forKey: row.signature)
      }
    }
    for signature in table.repeated { take(again: signature, table) }
    verdict.note(table)
  }

  /// Where one side lets nobody in, one request tells of all.
  private mutating func compareClosed(_ request: Request, _ sides: Sides) {
    verdict.classes += 1
    if comparison.keepsWitnesses { verdict.witnesses.append(request) }
    let answers = (
      sides.before.answering.answer(to: request), sides.after.answering.answer(to: request)
    )
    let aspects = answers.0.disagreement(with: answers.1)
    guard !aspects.isEmpty else { return }
    let taking = sides.before.first(taking: Array(request.target.utf8))
    let key = Key(scheme: request.scheme, aspects: aspects, outcome: answers.0.outcome)
    let difference = Counterexample(
      request: request, before: answers.0, after: answers.1, aspects: aspects,
      routeBefore: taking.map { sides.before.routes[$0] }, routeAfter: nil, paths: .all,
      classes: 1)
    found.append((key, difference))
  }

  private mutating func take(again signature: DecisionTable.Signature, _ table: DecisionTable) {
    verdict.classes += 1
    guard let place = known[signature] ?? nil else { return }
    found[place].difference.classes += 1
    guard found[place].difference.paths.isPart else { return }
    found[place].difference.paths.add(PathShare(signature, table))
  }

  /// Takes a row to the verdict, and hands back the place of its difference; nil for none.
  private mutating func take(_ row: DecisionTable.Row, _ table: DecisionTable) -> Int? {
    verdict.classes += 1
    if comparison.keepsWitnesses { verdict.witnesses.append(row.request) }
    let sides = table.sides
    if let left = row.before.route, let right = row.after.route, row.areForwarded {
      settings.compare((left, sides.before.routes[left]), (right, sides.after.routes[right]))
    }
    guard row.disagreement.isEmpty else { return add(row, table) }
    let routes = (sides.before.route(row.before), sides.after.route(row.after))
    let proof = FormProof(
      before: routes.0, after: routes.1, paths: table.paths, marks: table.space.marks)
    guard let reason = proof.doubt else { return nil }
    if let other = table.differing(like: row) { return add(other, table) }
    verdict.doubt(reason, routes.0?.origin ?? Origin())
    return nil
  }

  private mutating func add(_ row: DecisionTable.Row, _ table: DecisionTable) -> Int {
    let key = Key(
      scheme: row.request.scheme, before: row.before.route, after: row.after.route,
      aspects: row.disagreement,
      outcome: row.before.route == nil ? row.answers.before.outcome : nil)
    let difference = Counterexample(
      request: row.request, before: row.answers.before, after: row.answers.after,
      aspects: row.disagreement, routeBefore: table.sides.before.route(row.before),
      routeAfter: table.sides.after.route(row.after), paths: PathShare(row.signature, table),
      classes: 1)
    found.append((key, difference))
    return found.count - 1
  }

  /// Tells differences as one where nothing sets them apart, also not their labels.
  mutating func sum(_ label: (Counterexample, HostVerdict) -> String) {
    var places: [Key: Int] = [:]
    for (key, difference) in found {
      var key = key
      key.label = label(difference, verdict)
      if let place = places[key] {
        verdict.differences[place].classes += difference.classes
        verdict.differences[place].paths.add(difference.paths)
      } else {
        places[key] = verdict.differences.count
        verdict.differences.append(difference)
      }
    }
    found = []
  }
}
