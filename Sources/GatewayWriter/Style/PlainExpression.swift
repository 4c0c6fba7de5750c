import Patterns

/// An nginx location `~* "^P"` as the shortest RE2 expression that fits the same whole paths.
///
/// A path with a line break is left out, and an alternative at the top is bound to the start, as
/// people mean it.
func plainExpression(_ pattern: String) -> String {
  var text = pattern
  if text.hasPrefix("^") { text.removeFirst() }
  if topLevelAlternation(in: text) {
    text = "(?:\(text)).*"
  } else if text.hasFinalAnchor {
    text.removeLast()
  } else if !text.endsOpen {
    text += ".*"
  }
  return text.hasLetters ? "(?i)" + text : text
}

/// A path and everything below it as an expression, for hosts where a PathPrefix would come before
/// an expression that has to be tried first.
func expression(below path: String) -> String {
  path == "/" ? "/.*" : Pattern.escape(path) + "(/.*)?"
}

extension String {
  /// Whether it ends with a `$` that is no escaped one.
  fileprivate var hasFinalAnchor: Bool {
    hasSuffix("$") && dropLast().reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2)
  }

  /// Whether it ends with something that takes every rest.
  fileprivate var endsOpen: Bool {
    let ends = [".*", "(.*)"]
    return ends.contains { end in
      guard hasSuffix(end) else { return false }
      return dropLast(end.count).reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2)
    }
  }

  /// Whether letter case can matter: a letter that is no part of an escape.
  fileprivate var hasLetters: Bool {
    var rest = self[...]
    while let character = rest.popFirst() {
      if character == "\\" {
        rest = rest.dropFirst()
      } else if character.isLetter {
        return true
      }
    }
    return false
  }
}
