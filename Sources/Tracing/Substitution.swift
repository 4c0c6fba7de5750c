import Patterns

/// Envoy's `regex_rewrite`: RE2's GlobalReplace over the path without the query.
struct Substitution {
  let pattern: String
  let replacement: String

  func applied(to path: [UInt8], _ expressions: Expressions) -> [UInt8] {
    guard let pattern = expressions.pattern(pattern, .re2) else { return path }
    var result: [UInt8] = []
    var position = 0
    var lastEnd: Int?
    while position <= path.count, case .found(let match) = pattern.search(path, from: position) {
      guard match.range.lowerBound >= position else { break }
      result += path[position..<match.range.lowerBound]
      position = match.range.lowerBound
      if match.range.isEmpty, lastEnd == position {
        // RE2 does not let an empty match follow the match before it.
        guard position < path.count else { break }
        result.append(path[position])
        position += 1
      } else {
        result += filled(match)
        position = match.range.upperBound
        lastEnd = position
      }
    }
    return result + path[min(position, path.count)...]
  }

  /// `\0` to `\9` are groups, `\\` is a backslash.
  private func filled(_ match: Match) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(replacement.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == ASCII.backslash, let next = rest.first else {
        result.append(byte)
        continue
      }
      if ASCII.isDigit(next) {
        result += match.bytes(of: Int(next - UInt8(ascii: "0")))
        rest = rest.dropFirst()
      } else if next == ASCII.backslash {
        result.append(next)
        rest = rest.dropFirst()
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
