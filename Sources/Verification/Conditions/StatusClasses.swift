import Routing

/// The statuses of backends that lists of error pages tell apart.
struct StatusClasses {
  private var lists: Set<Set<Int>> = []

  mutating func add(_ statuses: [Int]) { lists.insert(Set(statuses)) }

  /// An answer of one status, the least, of all that stand in the same lists.
  var answers: [WorldAnswer] {
    var seen: Set<Set<Set<Int>>> = []
    let all = lists.reduce(into: Set<Int>()) { $0.formUnion($1) }
    return all.sorted()
      .filter { status in seen.insert(lists.filter { $0.contains(status) }).inserted }
      .map { WorldAnswer(status: $0) }
  }
}
