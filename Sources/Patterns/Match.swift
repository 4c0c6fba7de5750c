/// Where a pattern fits a subject.
package struct Match: Hashable, Sendable {
  /// The bytes that the whole pattern covers.
  package var range: Range<Int>
  /// The bytes of each group, the whole match first; nil for a group that took no part.
  package var groups: [[UInt8]?]

  /// The text of a group; empty for one that does not exist or took no part, as in nginx's `$1`.
  package func bytes(of group: Int) -> [UInt8] {
    guard groups.indices.contains(group), let bytes = groups[group] else { return [] }
    return bytes
  }

  /// The groups as text, the whole match first.
  package var captures: [String?] {
    groups.map { bytes in bytes.map { String(decoding: $0, as: UTF8.self) } }
  }
}

/// How a search ends.
package enum Search: Hashable, Sendable {
  case found(Match)
  case absent
  /// The pattern needs more steps than PCRE2's limits allow; nginx answers 500.
  case givenUp
}
