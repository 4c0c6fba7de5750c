import Automata

/// One way in which an expression can fit a path from its first byte on: some bytes, then maybe
/// all of the rest.
struct CaptureBranch: Hashable {
  /// The sets that the first bytes are of.
  var bytes: [ByteSet] = []
  /// What every byte after them is of; nil where none belongs to the match.
  var tail: ByteSet?
  /// Whether the match ends where the path ends.
  var isAtEnd = false
  /// What each group covers.
  var groups: [Int: Span] = [:]

  /// The part of a path from a byte on, up to another or to the end.
  struct Span: Hashable {
    var start: Int
    /// Nil for the end of the path.
    var end: Int?
  }

  /// The most branches that an expression is taken apart into.
  private static let limit = 64

  /// The branches in the order in which a backtracking matcher tries them; nil where the expression
  /// does not come apart so.
  static func branches(of expression: Expression) -> [CaptureBranch]? {
    extend(CaptureBranch(), expression)
  }

  /// The paths that the branch fits, whole.
  var language: Expression {
    let first = bytes.map { Expression.byte($0) }
    let rest: [Expression] =
      if let tail {
        [.repeated(.byte(tail), least: 0, most: nil, isLazy: false)]
      } else {
        isAtEnd ? [] : [.anything]
      }
    return .sequence([.start] + first + rest)
  }

  private static func extend(
    _ branch: CaptureBranch, _ expression: Expression
  ) -> [CaptureBranch]? {
    switch expression {
    case .empty: return [branch]
    case .start: return branch.bytes.isEmpty && branch.tail == nil ? [branch] : []
    case .end:
      var ended = branch
      ended.isAtEnd = true
      return [ended]
    case .byte(let set): return branch.adding(set)
    case .sequence(let parts):
      return parts.reduce([branch]) { branches, part in
        limited(branches?.map { extend($0, part) })
      }
    case .either(let parts): return limited(parts.map { extend(branch, $0) })
    case .group(let number, let inside): return group(number, inside, branch)
    case .repeated(.byte(let set), let least, nil, let isLazy):
      return isLazy ? nil : branch.adding(set, least)
    case .repeated(let inside, let least, let most?, let isLazy):
      return counted(inside, least, most, isLazy, branch)
    case .repeated: return nil
    }
  }

  private static func limited(_ parts: [[CaptureBranch]?]?) -> [CaptureBranch]? {
    var all: [CaptureBranch] = []
    for part in parts ?? [nil] {
      guard let part else { return nil }
      all += part
    }
    return all.count <= limit ? all : nil
  }

  private static func group(
    _ number: Int, _ inside: Expression, _ branch: CaptureBranch
  ) -> [CaptureBranch]? {
    extend(branch, inside)?.map { inner in
      var closed = inner
      let isOpen = inner.tail != nil && branch.tail == nil
      closed.groups[number] = Span(
        start: branch.bytes.count, end: isOpen ? nil : inner.bytes.count)
      return closed
    }
  }

  /// `x?` and `x{2,3}`: one branch for each count, the preferred first.
  private static func counted(
    _ inside: Expression, _ least: Int, _ most: Int, _ isLazy: Bool, _ branch: CaptureBranch
  ) -> [CaptureBranch]? {
    guard most - least < limit, most <= 256 else { return nil }
    let counts = isLazy ? Array(least...most) : Array((least...most).reversed())
    return limited(
      counts.map { extend(branch, .sequence(Array(repeating: inside, count: $0))) })
  }

  /// Nothing can follow the end or a tail.
  private func adding(_ set: ByteSet) -> [CaptureBranch]? {
    if isAtEnd { return [] }
    guard tail == nil else { return nil }
    var longer = self
    longer.bytes.append(set)
    return [longer]
  }

  /// `x*` and `x+` over single bytes: everything up to the end of the path, if all of it fits.
  private func adding(_ set: ByteSet, _ least: Int) -> [CaptureBranch]? {
    if isAtEnd { return least == 0 ? [self] : [] }
    guard tail == nil, set.isSuperset(of: .printable) else { return nil }
    var longer = self
    longer.bytes += Array(repeating: set, count: least)
    longer.tail = set
    return [longer]
  }
}
