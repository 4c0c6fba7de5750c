/// An expression as a network of nodes (Thompson's construction).
struct Network: Sendable {
  enum Node: Hashable, Sendable {
    case byte(ByteSet, next: Int32)
    case split(Int32, Int32)
    case start(next: Int32)
    case end(next: Int32)
    /// Fits where the text ends.
    case accept
    /// Fits whatever follows.
    case acceptAnything
  }

  /// More nodes than this are not built.
  static let limit = 20_000

  private(set) var nodes: [Node] = []
  private(set) var entry: Int32 = 0

  /// Builds the network; `isFound` looks for the expression anywhere, else it fits the whole text.
  init(_ expression: Expression, isFound: Bool) throws(NotRegular) {
    let exit = try add(isFound ? .acceptAnything : .accept)
    let body = isFound ? try build(expression, exit) : try buildLast(expression, exit)
    entry = isFound ? try searching(body) : body
  }

  private mutating func add(_ node: Node) throws(NotRegular) -> Int32 {
    guard nodes.count < Self.limit else { throw NotRegular("an expression of this size") }
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  /// Lets the expression begin at any place.
  private mutating func searching(_ body: Int32) throws(NotRegular) -> Int32 {
    let loop = try add(.accept)
    let skip = try add(.byte(ByteSet().inverted, next: loop))
    nodes[Int(loop)] = .split(body, skip)
    return loop
  }

  /// Builds what ends the text: a final `.*` there fits whatever follows.
  private mutating func buildLast(_ part: Expression, _ next: Int32) throws(NotRegular) -> Int32 {
    switch part {
    case .sequence(let parts):
      guard let last = parts.last else { return next }
      if last == .end { return try buildLast(.sequence(Array(parts.dropLast())), next) }
      let tail = try buildLast(last, next)
      return try build(.sequence(Array(parts.dropLast())), tail)
    case .either(let branches):
      return try joined(branches) { (network, branch) throws(NotRegular) in
        try network.buildLast(branch, next)
      }
    case .group(_, let inside): return try buildLast(inside, next)
    case .repeated(let inside, 0, 1?, _):
      return try add(.split(try buildLast(inside, next), next))
    case .repeated(.byte(let set), 0, nil, _) where set.isSuperset(of: .printable):
      return try add(.acceptAnything)
    case .empty, .byte, .repeated, .start, .end: return try build(part, next)
    }
  }

  private mutating func build(_ part: Expression, _ next: Int32) throws(NotRegular) -> Int32 {
    switch part {
    case .empty: return next
    case .byte(let set): return try add(.byte(set, next: next))
    case .start: return try add(.start(next: next))
    case .end: return try add(.end(next: next))
    case .group(_, let inside): return try build(inside, next)
    case .sequence(let parts):
      var next = next
      for part in parts.reversed() { next = try build(part, next) }
      return next
    case .either(let branches):
      return try joined(branches) { (network, branch) throws(NotRegular) in
        try network.build(branch, next)
      }
    case .repeated(let inside, let least, let most, _):
      return try repeated(inside, least, most, next)
    }
  }

  private mutating func joined(
    _ branches: [Expression],
    _ build: (inout Network, Expression) throws(NotRegular) -> Int32
  ) throws(NotRegular) -> Int32 {
    var entry: Int32?
    for branch in branches.reversed() {
      let built = try build(&self, branch)
      if let others = entry { entry = try add(.split(built, others)) } else { entry = built }
    }
    return try entry ?? add(.byte(ByteSet(), next: 0))
  }

  private mutating func repeated(
    _ inside: Expression, _ least: Int, _ most: Int?, _ next: Int32
  ) throws(NotRegular) -> Int32 {
    var entry = next
    if let most {
      for _ in 0..<max(0, most - least) {
        entry = try add(.split(try build(inside, entry), next))
      }
    } else {
      let loop = try add(.accept)
      let body = try build(inside, loop)
      nodes[Int(loop)] = .split(body, next)
      entry = loop
    }
    for _ in 0..<least { entry = try build(inside, entry) }
    return entry
  }
}
