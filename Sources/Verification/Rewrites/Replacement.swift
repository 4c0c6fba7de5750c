import Automata
import Routing

/// A rewrite of the whole path at the first place where an expression is found: nginx's rewrite by
/// captures, and Envoy's substitution where its expression takes in everything around that place.
///
/// Over the paths that are compared, PCRE and RE2 find the same place and the same groups for one
/// regular expression: both take the leftmost place and prefer alternatives in their order. So two
/// replacements that look for the same and fill in the same make the same of every path.
struct Replacement: Hashable {
  /// A piece of the new path.
  private enum Piece: Hashable {
    case text([UInt8])
    case group(Int)
  }

  private let searched: Expression
  private let pieces: [Piece]

  /// The only rewrite of a route that does nothing else to paths; nil for others.
  init?(of route: Route) {
    guard case .forward = route.destination, route.behaviours.allSatisfy(\.leavesPaths) else {
      return nil
    }
    var rewrites = route.behaviours.compactMap { behaviour -> PathRewrite? in
      guard case .rewritePath(let rewrite) = behaviour else { return nil }
      return rewrite
    }
    guard let rewrite = rewrites.popLast(), rewrites.isEmpty else { return nil }
    switch rewrite {
    case .full, .prefix: return nil
    case .captures(let pattern, let target): self.init(pattern: pattern, target: target)
    case .substitution(let pattern, let text): self.init(substituted: pattern, by: text)
    }
  }

  private init?(pattern: String, target: String) {
    guard let expression = try? ExpressionParser.parse(pattern, isCaseless: true),
      target.hasPrefix("/"), !target.contains("?"),
      let pieces = Self.pieces(target, sign: UInt8(ascii: "$"))
    else { return nil }
    searched = expression.overPaths
    self.pieces = Self.joined(pieces)
  }

  /// `^.*?` before and `.*$` behind what is looked for.
  private init?(substituted pattern: String, by text: String) {
    guard let whole = try? ExpressionParser.parse(pattern, isCaseless: false),
      case .sequence(let parts) = whole.overPaths, parts.count >= 5, parts[0] == .start,
      parts[1] == Self.anything(isLazy: true), parts[parts.count - 1] == .end,
      parts[parts.count - 2] == Self.anything(isLazy: false),
      let pieces = Self.pieces(text, sign: UInt8(ascii: "\\"))
    else { return nil }
    let core = Array(parts[2..<(parts.count - 2)])
    searched = core.count == 1 ? core[0] : .sequence(core)
    self.pieces = Self.joined(pieces)
  }

  private static func anything(isLazy: Bool) -> Expression {
    Expression.repeated(.byte(ByteSet().inverted), least: 0, most: nil, isLazy: isLazy).overPaths
  }

  /// Text and groups; nil where something else stands behind the sign.
  private static func pieces(_ text: String, sign: UInt8) -> [Piece]? {
    var pieces: [Piece] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == sign else {
        pieces.append(.text([byte]))
        continue
      }
      if sign == UInt8(ascii: "\\"), rest.first == sign {
        pieces.append(.text([sign]))
        rest = rest.dropFirst()
        continue
      }
      let isBraced = sign == UInt8(ascii: "$") && rest.first == UInt8(ascii: "{")
      if isBraced { rest = rest.dropFirst() }
      guard let digit = rest.popFirst(), (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(digit)
      else { return nil }
      if isBraced, rest.popFirst() != UInt8(ascii: "}") { return nil }
      pieces.append(.group(Int(digit - UInt8(ascii: "0"))))
    }
    return pieces
  }

  /// Neighbouring texts as one.
  private static func joined(_ pieces: [Piece]) -> [Piece] {
    pieces.reduce(into: []) { joined, piece in
      if case .text(let more) = piece, case .text(let text)? = joined.last {
        joined[joined.count - 1] = .text(text + more)
      } else {
        joined.append(piece)
      }
    }
  }
}

extension Behaviour {
  /// Whether what it does has no part in a path's rewrite.
  fileprivate var leavesPaths: Bool {
    switch self {
    case .redirect, .snippet: false
    case .cors, .secureRedirect, .rewritePath, .rewriteHost, .refuse, .clientCertificate, .noTime,
      .bodyLimit, .access, .signIn, .rateLimit, .mirror, .upstreamProtocol, .responseRewrite,
      .requestHeaders, .forwardedPrefix, .responseHeaders, .errorPages, .sessionCookie, .depends:
      true
    }
  }
}

extension Expression {
  /// The same over printable bytes, which are all that compared paths hold.
  fileprivate var overPaths: Expression {
    switch self {
    case .empty, .start, .end: self
    case .byte(let set): .byte(set.intersection(.printable))
    case .sequence(let parts): .sequence(parts.map(\.overPaths))
    case .either(let parts): .either(parts.map(\.overPaths))
    case .repeated(let inside, let least, let most, let isLazy):
      .repeated(inside.overPaths, least: least, most: most, isLazy: isLazy)
    case .group(let number, let inside): .group(number, inside.overPaths)
    }
  }
}
