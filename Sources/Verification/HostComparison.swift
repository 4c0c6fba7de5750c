import Automata
import Evidence
import Routing
import Tracing

/// The comparison of one class of hosts.
struct HostComparison {
  /// Differences that are told as one: same scheme aside, same routes and same respects.
  private struct Key: Hashable {
    var before: Int?
    var after: Route?
    var aspects: Set<Aspect>
    var outcome: Answer.Outcome?
    var label = ""
  }

  let comparison: Comparison
  private(set) var verdict: HostVerdict
  var cache: ValueCache
  private var found: [(key: Key, difference: Counterexample)] = []

  init(_ host: HostClass, _ comparison: Comparison, _ cache: ValueCache) {
    self.comparison = comparison
    self.cache = cache
    verdict = HostVerdict(host: host, differences: [], checks: [], uncovered: [], classes: 0)
  }

  /// Compares all requests of a scheme.
  mutating func compare(_ scheme: Request.Scheme) {
    let name = verdict.host.name
    let before = Side(comparison.before, name, scheme)
    let after = Side(comparison.after, name, scheme)
    let reference = comparison.reference.map { Side($0, name, scheme) }
    let space = PathSpace(before.landing, after.landing, reference?.landing, comparison.budget)
    note(space, scheme)
    for paths in space.classes {
      var table = DecisionTable(
        host: name, scheme: scheme, before: before, after: after, reference: reference,
        paths: paths, space: space, limit: comparison.budget.combinations)
      for row in table.rows(&cache) { take(row, table) }
      note(table)
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

  private mutating func take(_ row: DecisionTable.Row, _ table: DecisionTable) {
    verdict.classes += 1
    if comparison.keepsWitnesses { verdict.witnesses.append(row.request) }
    let routes = (table.before.route(row.before), table.after.route(row.after))
    if let object = routes.0?.origin.object { verdict.objects.insert(object) }
    guard row.disagreement.isEmpty else { return add(row, table) }
    let proof = FormProof(
      before: routes.0, after: routes.1, paths: table.paths, marks: table.space.marks)
    guard let reason = proof.doubt else { return }
    if let other = table.differing(like: row) { return add(other, table) }
    doubt(reason, routes.0?.origin ?? Origin())
  }

  private mutating func add(_ row: DecisionTable.Row, _ table: DecisionTable) {
    let routes = (table.before.route(row.before), table.after.route(row.after))
    let key = Key(
      before: row.before.route, after: routes.1, aspects: row.disagreement,
      outcome: row.before.route == nil ? row.answers.before.outcome : nil)
    let share = PathShare(table.paths, table.before, table.after, row, table.space.marks)
    let difference = Counterexample(
      request: row.request, before: row.answers.before, after: row.answers.after,
      aspects: row.disagreement, routeBefore: routes.0, routeAfter: routes.1, paths: share,
      classes: 1)
    found.append((key, difference))
  }

  /// Tells differences as one where nothing sets them apart, also not their labels.
  mutating func sum(_ label: (Counterexample, HostVerdict) -> String) {
    var places: [Key: Int] = [:]
    for (key, difference) in found {
      var key = key
      key.label = label(difference, verdict)
      if let place = places[key] {
        verdict.differences[place].classes += 1
        verdict.differences[place].paths.add(difference.paths)
      } else {
        places[key] = verdict.differences.count
        verdict.differences.append(difference)
      }
    }
    found = []
  }
}
