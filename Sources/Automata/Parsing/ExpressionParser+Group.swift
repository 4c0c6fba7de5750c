extension ExpressionParser {
  /// What follows a `(`.
  mutating func group() throws(NotRegular) -> Expression? {
    if rest.first == UInt8(ascii: "*") {
      _ = take(until: UInt8(ascii: ")"))
      return try outside("a verb such as (*SKIP)", .empty)
    }
    guard rest.first == UInt8(ascii: "?") else { return try capture() }
    rest = rest.dropFirst()
    guard let kind = rest.first else { throw NotRegular("an unfinished group") }
    switch kind {
    case UInt8(ascii: "#"):
      _ = take(until: UInt8(ascii: ")"))
      return nil
    case UInt8(ascii: "="), UInt8(ascii: "!"): return try lookAround("look-ahead")
    case UInt8(ascii: ">"): return try atomic()
    case UInt8(ascii: "<"): return try angled()
    case UInt8(ascii: "P"): return try pythonGroup()
    case UInt8(ascii: "'"): return try named(upTo: UInt8(ascii: "'"))
    case UInt8(ascii: "("), UInt8(ascii: "R"), UInt8(ascii: "&"), UInt8(ascii: "+"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "C"), UInt8(ascii: "|"):
      return try unsupported()
    case _: return try flagged()
    }
  }

  private mutating func capture() throws(NotRegular) -> Expression {
    let number = nextGroup()
    return .group(number, try closed())
  }

  /// The alternatives up to the `)` of the group.
  private mutating func closed() throws(NotRegular) -> Expression {
    let inside = try alternatives()
    guard rest.popFirst() == UInt8(ascii: ")") else { throw NotRegular("an unfinished group") }
    return inside
  }

  private mutating func lookAround(_ name: String) throws(NotRegular) -> Expression {
    rest = rest.dropFirst()
    let inside = try closed()
    let isSpelled = strictness == .spelled && name == "look-ahead"
    return try outside(name, isSpelled ? .sequence([inside, .anything]) : .empty)
  }

  private mutating func atomic() throws(NotRegular) -> Expression {
    rest = rest.dropFirst()
    return try outside("an atomic group", try closed())
  }

  private mutating func angled() throws(NotRegular) -> Expression {
    let next = rest.dropFirst().first
    if next == UInt8(ascii: "=") || next == UInt8(ascii: "!") {
      rest = rest.dropFirst()
      return try lookAround("look-behind")
    }
    return try named(upTo: UInt8(ascii: ">"))
  }

  private mutating func pythonGroup() throws(NotRegular) -> Expression {
    rest = rest.dropFirst()
    guard rest.first == UInt8(ascii: "<") else { return try unsupported() }
    return try named(upTo: UInt8(ascii: ">"))
  }

  private mutating func named(upTo end: UInt8) throws(NotRegular) -> Expression {
    _ = take(until: end)
    return try capture()
  }

  /// Back-references, recursion, conditions, call-outs: skipped up to the `)` that ends them.
  private mutating func unsupported() throws(NotRegular) -> Expression {
    var depth = 1
    while depth > 0, let byte = rest.popFirst() {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    return try outside("a back-reference, recursion or condition", .anything)
  }

  /// `(?i)` for the rest of the group around it, `(?i:…)` for one of its own.
  private mutating func flagged() throws(NotRegular) -> Expression? {
    var changed = flags
    var isOn = true
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "-"): isOn = false
      case UInt8(ascii: "^"): changed = ExpressionFlags()
      case UInt8(ascii: "i"): changed.isCaseless = isOn
      case UInt8(ascii: "s"): changed.dotFitsAll = isOn
      case UInt8(ascii: "U"): changed.prefersFew = isOn
      case UInt8(ascii: "m"), UInt8(ascii: "J"), UInt8(ascii: "n"): continue
      case UInt8(ascii: ")"):
        flags = changed
        return nil
      case UInt8(ascii: ":"):
        let outer = flags
        defer { flags = outer }
        flags = changed
        return try closed()
      case _: throw NotRegular("the flag `\(String(decoding: [byte], as: UTF8.self))`")
      }
    }
    throw NotRegular("an unfinished group")
  }

  mutating func take(until end: UInt8) -> ArraySlice<UInt8> {
    let taken = rest.prefix { $0 != end }
    rest = rest.dropFirst(taken.count + 1)
    return taken
  }
}
