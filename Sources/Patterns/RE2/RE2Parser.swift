/// Reads RE2's syntax, measures the program and writes the same expression for PCRE2.
struct RE2Parser {
  var scanner: RE2Scanner
  var flags = RE2Flags()
  var differences: [RE2Difference] = []
  /// What has been written for PCRE2 so far.
  var output = ""
  /// Flags that wait for the next item: RE2 takes a quantifier after them, PCRE2 does not.
  var heldFlags = ""
  private var depth = 0

  init(_ pattern: String) { scanner = RE2Scanner(pattern) }

  mutating func parse() throws(RE2Problem) -> RE2Reading {
    let measure = try parseAlternatives()
    if scanner.peek() != nil { throw scanner.problem(.unexpectedParenthesis, length: 1) }
    let fixedSize = 4
    return RE2Reading(
      programSize: measure.size + fixedSize, differences: differences, translation: output)
  }

  /// Branches up to the end of the group; the flags of a group end with it.
  mutating func parseAlternatives() throws(RE2Problem) -> RE2Measure {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw scanner.problem(.nesting, length: 1) }
    let outer = flags
    defer { flags = outer }
    var branches = [try parseBranch()]
    while scanner.skip("|") {
      output += "|"
      branches.append(try parseBranch())
    }
    let empty = branches.count { $0.size == 0 }
    return .sum(branches, extra: branches.count > 1 ? empty : 0)
  }

  /// PCRE2's own limit of nested groups.
  private static let deepest = 250

  private mutating func parseBranch() throws(RE2Problem) -> RE2Measure {
    var items: [RE2Measure] = []
    while let next = scanner.peek(), next != "|", next != ")" {
      if let quantifier = try parseQuantifier(follows: !items.isEmpty) {
        try apply(quantifier, to: &items)
      } else {
        items += try parseItem(next)
      }
    }
    writeHeldFlags()
    return .sum(items)
  }

  mutating func writeHeldFlags() {
    output += heldFlags
    heldFlags = ""
  }

  private func apply(
    _ quantifier: RE2Quantifier, to items: inout [RE2Measure]
  ) throws(RE2Problem) {
    guard let last = items.popLast() else { return }
    let repeated = last.repeated(quantifier.counts)
    if repeated.repetition > 1000, quantifier.counts.isBraced {
      throw quantifier.problem(.repetitionProduct, in: scanner)
    }
    items.append(repeated)
  }

  /// One item; a group of flags alone, or an empty quotation, is none.
  private mutating func parseItem(_ next: Unicode.Scalar) throws(RE2Problem) -> [RE2Measure] {
    if next != "(" { writeHeldFlags() }
    switch next {
    case "(": return try parseGroup()
    case "[": return [try parseClass()]
    case "\\": return try parseEscape()
    case ".": return [parseDot()]
    case "^", "$": return [parseAnchor(next)]
    case _:
      defer { scanner.advance() }
      return [writeLiteral(next)]
    }
  }

  private mutating func parseDot() -> RE2Measure {
    scanner.advance()
    output += "."
    return RE2Measure(size: flags.dotAll ? 7 : 8)
  }

  private mutating func parseAnchor(_ anchor: Unicode.Scalar) -> RE2Measure {
    if anchor == "$", !flags.multiline { note(.dollar) }
    scanner.advance()
    // A group, since RE2 takes a quantifier after an anchor and PCRE2 does not.
    output += "(?:\(anchor))"
    return RE2Measure(size: 1)
  }

  /// Writes a character that stands for itself.
  mutating func writeLiteral(_ scalar: Unicode.Scalar) -> RE2Measure {
    if !scalar.isASCII { note(.characters) }
    output += RE2Output.literal(scalar)
    return RE2Measure(size: RE2Cost.literal(scalar, caseless: flags.caseless))
  }

  /// Notes a difference at the place of the scanner.
  mutating func note(_ meaning: RE2Meaning) {
    differences.append(RE2Difference(meaning: meaning, offset: scanner.offset))
  }
}

/// The flags that RE2 knows, without `U`, which changes no size and no acceptance.
struct RE2Flags {
  var caseless = false
  var multiline = false
  var dotAll = false
}
