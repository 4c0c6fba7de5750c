/// One Swift file: its lines, and its code without comments and texts.
struct SourceFile {
  /// The path below the root, for example `Sources/Evidence/Rule.swift`.
  let path: String
  let lines: [Substring]
  /// The lines without comments and without what stands in string literals.
  let code: [String]

  init(path: String) {
    self.path = path
    lines = House.text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
    var isInside = false
    code = lines.map { Self.code(of: $0, isInside: &isInside) }
  }

  /// The folder below `Sources` or `Tests`, which is the target.
  var target: String {
    path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
  }

  /// The modules that the file imports.
  var imports: [String] {
    code.compactMap { line in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"),
        words[..<position].allSatisfy({ $0 == "package" || $0 == "public" || $0 == "@testable" }),
        position + 1 < words.count
      else { return nil }
      return String(words[position + 1])
    }
  }

  /// Where a word stands in the code, as `path:line`.
  func places(of words: [String]) -> [String] {
    code.enumerated().filter { _, line in words.contains { line.has(word: $0) } }
      .map { "\(path):\($0.offset + 1)" }
  }

  /// A line without its comment and its texts; `isInside` says whether a text of several lines is open.
  private static func code(of line: Substring, isInside: inout Bool) -> String {
    let fence = "\"\"\""
    if isInside {
      if line.contains(fence) { isInside = false }
      return ""
    }
    if line.contains(fence) {
      isInside = line.split(separator: fence, omittingEmptySubsequences: false).count == 2
      return String(line.prefix { $0 != "\"" })
    }
    return codeOutsideTexts(line)
  }

  private static func codeOutsideTexts(_ line: Substring) -> String {
    var code = ""
    var isText = false
    var rest = line
    while let character = rest.popFirst() {
      switch character {
      case "\\" where isText: rest = rest.dropFirst()
      case "\"":
        isText.toggle()
        code.append(character)
      case "/" where !isText && rest.first == "/": return code
      default: if !isText { code.append(character) }
      }
    }
    return code
  }
}

extension String {
  /// Whether the word stands here and is not a part of a longer one.
  func has(word: String) -> Bool {
    ranges(of: word).contains { range in
      let before = range.lowerBound == startIndex ? " " : self[index(before: range.lowerBound)]
      let after = range.upperBound == endIndex ? " " : self[range.upperBound]
      return !before.isPartOfName && (!after.isPartOfName || word.last?.isPartOfName == false)
    }
  }
}

extension Character {
  /// Whether a Swift name may hold the character.
  var isPartOfName: Bool { isLetter || isNumber || self == "_" }
}
