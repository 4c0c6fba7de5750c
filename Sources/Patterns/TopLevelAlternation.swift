/// Whether a `|` stands outside every group, class and escape, so that a `^` put in front would
/// bind to the first branch only.
package func topLevelAlternation(in pattern: String) -> Bool {
  var scan = AlternationScan(rest: Array(pattern.utf8)[...])
  return scan.findsBar()
}

/// A walk over a pattern that only knows what can hide a `|`.
private struct AlternationScan {
  var rest: ArraySlice<UInt8>
  private var depth = 0

  init(rest: ArraySlice<UInt8>) { self.rest = rest }

  mutating func findsBar() -> Bool {
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"): skipEscape()
      case UInt8(ascii: "["): skipClass()
      case UInt8(ascii: "("): open()
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "|") where depth <= 0: return true
      case _: break
      }
    }
    return false
  }

  /// A group, or a `(?#comment)`, which ends at the next `)` whatever stands in it.
  private mutating func open() {
    guard rest.starts(with: "?#".utf8) else { return depth += 1 }
    while let byte = rest.popFirst(), byte != UInt8(ascii: ")") {}
  }

  /// One escaped byte, or everything up to `\E` after `\Q`.
  private mutating func skipEscape() {
    guard rest.popFirst() == UInt8(ascii: "Q") else { return }
    while !rest.isEmpty {
      if rest.starts(with: "\\E".utf8) { return rest = rest.dropFirst(2) }
      rest = rest.dropFirst()
    }
  }

  /// A class up to its `]`; one that stands first is an ordinary member, `[:name:]` is skipped whole.
  private mutating func skipClass() {
    if rest.first == UInt8(ascii: "^") { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: "]") { rest = rest.dropFirst() }
    while let byte = rest.popFirst(), byte != UInt8(ascii: "]") {
      if byte == UInt8(ascii: "\\") { skipEscape() }
      if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") { skipName() }
    }
  }

  private mutating func skipName() {
    let name = rest.dropFirst().prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    let after = rest.dropFirst(1 + name.count)
    if after.starts(with: ":]".utf8) { rest = after.dropFirst(2) }
  }
}
