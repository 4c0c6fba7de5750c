/// Reads the regular subset that PCRE and RE2 share, byte by byte.
///
/// What is outside is thrown as `NotRegular` with its name; whether the text compiles at all is for
/// PCRE2 and RE2 to say.
package struct ExpressionParser {
  /// What is done where an expression is not regular.
  enum Strictness {
    /// It is refused.
    case exact
    /// Something that fits at least as much is taken in its place.
    case widened
    /// The same, but what is looked for ahead is taken as if it stood there, and more after it.
    case spelled
  }

  var rest: ArraySlice<UInt8>
  var flags: ExpressionFlags
  let strictness: Strictness
  private var groups = 0
  private var depth = 0

  private init(_ text: String, _ flags: ExpressionFlags, _ strictness: Strictness) {
    rest = Array(text.utf8)[...]
    self.flags = flags
    self.strictness = strictness
  }

  /// Reads a whole expression.
  package static func parse(
    _ text: String, isCaseless: Bool
  ) throws(NotRegular) -> Expression {
    try parse(text, isCaseless, .exact)
  }

  /// Reads an expression that fits whatever `text` fits and maybe more; nil where even that fails.
  package static func widen(_ text: String, isCaseless: Bool) -> Expression? {
    try? parse(text, isCaseless, .widened)
  }

  /// Reads an expression that fits texts with what `text` looks for ahead.
  ///
  /// There a look-ahead may decide. Nil where there is none that can be read.
  package static func spell(_ text: String, isCaseless: Bool) -> Expression? {
    let spelled = try? parse(text, isCaseless, .spelled)
    return spelled == widen(text, isCaseless: isCaseless) ? nil : spelled
  }

  private static func parse(
    _ text: String, _ isCaseless: Bool, _ strictness: Strictness
  ) throws(NotRegular) -> Expression {
    var parser = ExpressionParser(text, ExpressionFlags(isCaseless: isCaseless), strictness)
    let whole = try parser.alternatives()
    guard parser.rest.isEmpty else { throw NotRegular("a `)` without its `(`") }
    return whole
  }

  /// `a|b|c` up to the end or a `)`; flags set inside end with it.
  mutating func alternatives() throws(NotRegular) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 200 else { throw NotRegular("groups nested more than 200 deep") }
    let outer = flags
    defer { flags = outer }
    var branches = [try sequence()]
    while rest.first == UInt8(ascii: "|") {
      rest = rest.dropFirst()
      branches.append(try sequence())
    }
    return branches.count == 1 ? branches[0] : .either(branches)
  }

  private mutating func sequence() throws(NotRegular) -> Expression {
    var parts: [Expression] = []
    while let byte = rest.first, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      rest = rest.dropFirst()
      if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "Q") {
        parts += quoted()
        continue
      }
      guard let part = try atom(byte) else { continue }
      parts.append(try quantified(part))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// One thing that a quantifier can follow; nil for a comment or for flags.
  private mutating func atom(_ byte: UInt8) throws(NotRegular) -> Expression? {
    switch byte {
    case UInt8(ascii: "("): try group()
    case UInt8(ascii: "["): .byte(try byteClass())
    case UInt8(ascii: "\\"): try escape()
    case UInt8(ascii: "."): .byte(flags.dotFitsAll ? ByteSet().inverted : .dot)
    case UInt8(ascii: "^"): .start
    case UInt8(ascii: "$"): .end
    case _: .byte(literal(byte))
    }
  }

  /// `\Q…\E`: everything as it stands.
  private mutating func quoted() -> [Expression] {
    rest = rest.dropFirst()
    var parts: [Expression] = []
    while !rest.isEmpty {
      if rest.starts(with: "\\E".utf8) {
        rest = rest.dropFirst(2)
        break
      }
      if let byte = rest.popFirst() { parts.append(.byte(literal(byte))) }
    }
    return parts
  }

  /// The byte, in both cases where case does not matter.
  func literal(_ byte: UInt8) -> ByteSet {
    flags.isCaseless ? ByteSet([byte]).caseless : ByteSet([byte])
  }

  mutating func nextGroup() -> Int {
    groups += 1
    return groups
  }

  /// Refuses a construct, or takes something wider for it.
  func outside(_ construct: String, _ wider: Expression) throws(NotRegular) -> Expression {
    switch strictness {
    case .exact: throw NotRegular(construct)
    case .widened, .spelled: wider
    }
  }
}

/// What `(?i)`, `(?s)` and so on have set.
struct ExpressionFlags {
  var isCaseless = false
  var dotFitsAll = false
  var prefersFew = false
}
