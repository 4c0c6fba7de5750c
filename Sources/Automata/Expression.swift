/// A regular expression in the formal sense, with the groups that captures need.
package indirect enum Expression: Hashable, Sendable {
  /// The empty text.
  case empty
  /// One byte of the set.
  case byte(ByteSet)
  /// One after the other.
  case sequence([Expression])
  /// One of them, the first preferred.
  case either([Expression])
  /// So many times; without `most` as often as wanted, `isLazy` prefers fewer.
  case repeated(Expression, least: Int, most: Int?, isLazy: Bool)
  /// A capturing group by its number.
  case group(Int, Expression)
  /// Only at the start of the text.
  case start
  /// Only at the end of the text.
  case end
}

/// Why an expression is outside the regular languages, or outside what is followed here.
package struct NotRegular: Error, Hashable, Sendable {
  /// The construct, in words, for example `look-ahead`.
  package var construct: String

  package init(_ construct: String) { self.construct = construct }
}

extension Expression {
  /// Any text.
  package static let anything = Expression.repeated(
    .byte(ByteSet().inverted), least: 0, most: nil, isLazy: false)
}
