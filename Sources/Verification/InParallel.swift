import Dispatch
import Synchronization

/// Elements that are worked on by all processors, some neighbours at once.
struct InParallel<Element: Sendable>: Sendable {
  private let elements: [Element]
  private let count: Int

  init(_ elements: [Element], atOnce count: Int) {
    self.elements = elements
    self.count = max(1, count)
  }

  /// The results for all parts, in the order of the elements.
  func map<Result: Sendable>(_ work: @Sendable (ArraySlice<Element>) -> [Result]) -> [Result] {
    let starts = Array(stride(from: 0, to: elements.count, by: count))
    let results = Mutex<[Int: [Result]]>([:])
    DispatchQueue.concurrentPerform(iterations: starts.count) { part in
      let start = starts[part]
      let result = work(elements[start..<min(start + count, elements.count)])
      results.withLock { $0[part] = result }
    }
    return results.withLock { results in starts.indices.flatMap { results[$0] ?? [] } }
  }
}
