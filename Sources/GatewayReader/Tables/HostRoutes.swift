import Routing

/// The routes of one host, which come from one list for each listener and written host name.
///
/// Istio makes a VirtualService of each such pair: routes are sorted, and cut off behind one that
/// takes every request, within it alone (`mergeHTTPRoutes`, `BuildHTTPRoutesForVirtualService`).
struct HostRoutes {
  /// What the routes of one list have in common.
  private struct Source: Hashable {
    let listener: Int
    let written: Hostname
  }

  /// One list: its age is that of its oldest object.
  private struct List {
    let age: Int
    var objects: [Int]
    var candidates: [Candidate]
  }

  private var lists: [Source: List] = [:]

  /// Adds a route object; objects come oldest first, and each counts once in a list.
  mutating func add(
    _ object: Int, of age: Int, at attachment: Attachment, _ candidates: () -> [Candidate]
  ) {
    let source = Source(listener: attachment.listener, written: attachment.written)
    var list = lists[source] ?? List(age: age, objects: [], candidates: [])
    guard list.objects.last != object else { return }
    list.objects.append(object)
    list.candidates += candidates()
    lists[source] = list
  }

  /// The lists in Istio's order, older before younger and then by host name, each one sorted.
  private var sortedLists: [[Candidate]] {
    lists.sorted { left, right in
      (left.key.listener, left.value.age, left.key.written.description)
        < (right.key.listener, right.value.age, right.key.written.description)
    }.map { $0.value.candidates.stablySorted { $0.order.precedes($1.order) } }
  }

  /// The routes that reach Envoy, those that take every request last (`SortVHostRoutes`).
  var kept: [Candidate] {
    let kept = sortedLists.flatMap(\.untilCatchAll)
    return kept.filter { !$0.isCatchAll } + kept.filter(\.isCatchAll)
  }

  /// The routes that Istio leaves out, with the one that they stand behind.
  var unreachable: [(route: Candidate, catchAll: Candidate)] {
    sortedLists.flatMap { list -> [(route: Candidate, catchAll: Candidate)] in
      guard let index = list.firstIndex(where: \.isCatchAll) else { return [] }
      return list[(index + 1)...].map { ($0, list[index]) }
    }
  }
}

extension Array {
  /// The elements sorted, equal ones in their order; the standard library does not promise that.
  fileprivate func stablySorted(by precedes: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { left, right in
      if precedes(left.element, right.element) { return true }
      return left.offset < right.offset && !precedes(right.element, left.element)
    }.map(\.element)
  }
}
