/// Texts that a literal or a pattern of the kind that routes have fits, or almost fits: groups are
/// taken apart by hand, one choice after the other.
struct SampleTexts {
  let texts: [String]

  init(of pattern: String) {
    var texts = [pattern.replacing("(?i)", with: "").replacing("(?is)", with: "")]
    let choices: [(String, [String])] = [
      ("(/|$)", ["/", ""]), ("(/.*)?", ["/x", ""]), ("(.*)", ["", "x", "x/y"]),
      (".*", ["", "x", "x/y"]), (".+", ["x", "x/y"]), ("[^/]+", ["x", "seg"]),
      ("[0-9]+", ["1", "12"]), ("[a-z]+", ["a", "xyz"]), ("\\d+", ["1", "12"]),
      ("[^/]*", ["", "x"]), ("$", [""]), ("^", [""]), ("?", [""]), ("\\", [""]), ("+", [""]),
    ]
    for (part, replacements) in choices {
      texts = texts.flatMap { text in
        guard text.contains(part) else { return [text] }
        return replacements.map { text.replacing(part, with: $0) }
      }
    }
    texts = texts.flatMap { Self.alternatives(of: $0) }
    self.texts = Array(Set(texts.prefix(200)).sorted().prefix(24))
  }

  /// `x(a|b)y` is `xay` and `xby`, from the outside in.
  private static func alternatives(of text: String) -> [String] {
    guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
      return [text]
    }
    let inside = text[text.index(after: open)..<close]
    let rest = alternatives(of: String(text[text.index(after: close)...]))
    return inside.split(separator: "|", omittingEmptySubsequences: false).prefix(3).flatMap {
      choice in rest.prefix(8).map { text[..<open] + choice.replacing("?:", with: "") + $0 }
    }
  }
}
