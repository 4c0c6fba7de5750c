/// Literal beginnings of paths with a number each, and whether paths with two beginnings can meet:
/// they can where one begins with the other.
struct Meetings {
  private var whole: [Substring: Int] = [:]
  /// For every text that begins a beginning, that one itself too, the largest number.
  private var starts: [Substring: Int] = [:]

  mutating func insert(_ beginning: String, _ number: Int) {
    whole[beginning[...]] = max(number, whole[beginning[...]] ?? number)
    for start in beginning.starts { starts[start] = max(number, starts[start] ?? number) }
  }

  /// The largest number of the beginnings that this one can meet; nil where there is none.
  func largest(meeting beginning: String) -> Int? {
    let shorter = beginning.starts.compactMap { whole[$0] }
    return (shorter + [starts[beginning[...]]].compactMap { $0 }).max()
  }

  func meets(_ beginning: String) -> Bool { largest(meeting: beginning) != nil }
}

extension String {
  /// Every text that begins this one, itself too.
  fileprivate var starts: [Substring] { indices.map { self[..<$0] } + [self[...]] }
}
