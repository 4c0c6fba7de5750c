import Patterns

/// nginx's `rewrite "(?i)pattern" target break`, as far as its shape tells what it does.
struct CaptureShape {
  /// What becomes of the path.
  enum Effect: Hashable {
    /// The whole path becomes this text.
    case whole(String)
    /// The path stays as it is, but for the letters of this beginning.
    case same(beginning: String)
    /// The beginning, by whole elements, becomes this text.
    case prefix(Prefix)
    /// Anything else: only the expression says it.
    case captures
  }

  /// A beginning that is replaced.
  struct Prefix: Hashable {
    var beginning: String
    /// What replaces it, without a final `/`; empty where nothing does.
    var replacement: String
    /// Whether the path that is just the beginning is rewritten, too.
    var takesBare: Bool
    /// Whether paths that go on without a `/` are rewritten, too.
    var takesGlued: Bool
  }

  let pattern: String
  /// The target without the groups that the pattern does not have; nginx takes them for empty.
  let target: String
  private let groups: Int

  init(pattern: String, target: String) {
    self.pattern = pattern
    groups = captureGroups(in: pattern)
    self.target = Self.withoutGroups(above: groups, in: target)
  }

  /// A text that is filled in with the same groups, without those that are always empty.
  func withoutAbsentGroups(_ text: String) -> String {
    Self.withoutGroups(above: groups, in: text)
  }

  var effect: Effect {
    guard target.contains("$") else { return .whole(target) }
    guard let tail = Tail(pattern) else { return .captures }
    guard target.hasSuffix("$\(tail.group)") else { return .captures }
    let before = String(target.dropLast(2))
    guard !before.contains("$") else { return .captures }
    if before == tail.literal, !tail.hasElement { return .same(beginning: before) }
    guard tail.literal.count > 1, !tail.literal.hasSuffix("/"), before.hasSuffix("/"),
      tail.hasElement
    else { return .captures }
    return .prefix(
      Prefix(
        beginning: tail.literal, replacement: String(before.dropLast()),
        takesBare: tail.takesBare, takesGlued: tail.takesGlued))
  }

  private static func withoutGroups(above count: Int, in text: String) -> String {
    (1...9).filter { $0 > count }.reduce(text) { text, group in
      text.replacing("${\(group)}", with: "").replacing("$\(group)", with: "")
    }
  }
}

/// A pattern that is a literal beginning and then everything up to the end of the path.
private struct Tail {
  var literal: String
  /// The number of the group that covers the rest.
  var group: Int
  /// Whether a `/` between the two is left out of the group.
  var hasElement: Bool
  var takesBare: Bool
  var takesGlued: Bool

  private static let forms: [(text: String, group: Int, element: Bool, bare: Bool, glued: Bool)] = [
    ("(/|$)(.*)", 2, true, true, false), ("(/|$)(.*)$", 2, true, true, false),
    ("(?:/|$)(.*)", 1, true, true, false), ("(/?|$)(.*)", 2, true, true, true),
    ("(/)?(.*)", 2, true, true, true), ("/?(.*)", 1, true, true, true),
    ("/(.*)", 1, true, false, false), ("/(.*)$", 1, true, false, false),
    ("(/)(.*)", 2, true, false, false), ("(.*)", 1, false, true, true),
    ("(.*)$", 1, false, true, true),
  ]

  /// Nil for any other pattern.
  init?(_ pattern: String) {
    let pattern = pattern.hasPrefix("^") ? String(pattern.dropFirst()) : pattern
    for form in Self.forms where pattern.hasSuffix(form.text) {
      var literal = String(pattern.dropLast(form.text.count))
      guard literal.utf8.allSatisfy(isLiteral) else { continue }
      // What is only a `/` and the rest is a path as it is.
      let isWhole = literal.isEmpty && form.text.hasPrefix("/(")
      if isWhole { literal = "/" }
      self.literal = literal
      (group, takesBare, takesGlued) = (form.group, form.bare, form.glued)
      hasElement = form.element && !isWhole
      return
    }
    return nil
  }
}

/// Whether a byte stands for itself in an expression and in a path.
private func isLiteral(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "/-_~!&',;=:@".utf8.contains(byte)
  }
}

/// How many groups of an expression have numbers.
private func captureGroups(in pattern: String) -> Int {
  var count = 0
  var isEscaped = false
  var isInClass = false
  let characters = Array(pattern)
  for (index, character) in characters.enumerated() {
    if isEscaped {
      isEscaped = false
      continue
    }
    switch character {
    case "\\": isEscaped = true
    case "[": isInClass = true
    case "]": isInClass = false
    case "(" where !isInClass:
      let next = characters.dropFirst(index + 1).prefix(3)
      let isNamed =
        next.starts(with: "?P<") || next.starts(with: "?'")
        || (next.starts(with: "?<") && !["=", "!"].contains(next.last))
      if next.first != "?" && next.first != "*" || isNamed { count += 1 }
    case _: break
    }
  }
  return count
}
