import YAMLText

extension Mutation {
  private static let match = "spec.rules[].matches[]"

  static let ofPaths: [Mutation] = [
    Mutation("Exact for PathPrefix", at: "\(match).path") { path, _ in
      path["type"]?.text == "PathPrefix" ? [path.setting("type", "Exact")] : []
    },
    Mutation("PathPrefix for Exact", at: "\(match).path") { path, _ in
      path["type"]?.text == "Exact" ? [path.setting("type", "PathPrefix")] : []
    },
    Mutation("a regex that minds letter case", at: "\(match).path") { path, _ in
      pattern(path) { text in
        ["(?i)", "(?is)"].filter(text.hasPrefix).map { String(text.dropFirst($0.count)) }
      }
    },
    Mutation("a regex without its tail", at: "\(match).path") { path, _ in
      pattern(path) { $0.hasSuffix(".*") ? [String($0.dropLast(2))] : [] }
    },
    Mutation("a regex without an anchor", at: "\(match).path") { path, _ in
      pattern(path) { text in
        text.indices.filter { text[$0] == "$" }.map { text.removing(at: $0) }
      }
    },
    Mutation("a regex with one more byte", at: "\(match).path") { path, _ in
      pattern(path) { [$0 + "x"] }
    },
    Mutation("a regex with `.` for a letter", at: "\(match).path") { path, _ in
      pattern(path) { text in
        guard let place = text.lastIndex(where: { $0.isLetter }), place > text.startIndex,
          text[text.index(before: place)] != "\\"
        else { return [] }
        return [text.replacing(at: place, "[^\(text[place])]")]
      }
    },
    Mutation("PathPrefix / beside a regex", at: "spec.rules[].matches") { matches, _ in
      guard matches.items.contains(where: { $0.value("path", "type")?.text == regex }) else {
        return []
      }
      return [.sequence(matches.items + [root])]
    },
    Mutation("a path that is one byte longer", at: "\(match).path") { path, _ in
      literal(path) { $0 == "/" ? "/x" : $0 + "x" }
    },
    Mutation("a path that is one byte shorter", at: "\(match).path") { path, _ in
      literal(path) { $0.utf8.count > 2 ? String($0.dropLast()) : nil }
    },
    Mutation("a path in another letter case", at: "\(match).path") { path, _ in
      literal(path) { $0.uppercased() }
    },
    Mutation("a slash at the end of a path", at: "\(match).path") { path, _ in
      literal(path) { $0.hasSuffix("/") ? String($0.dropLast()) : $0 + "/" }
    },
    Mutation("a match left out", at: "spec.rules[].matches") { matches, _ in
      matches.items.indices.map { matches.removingItem($0) }
    },
    Mutation("a path left out of a match", at: match) { match, _ in [match.removing("path")] },
  ]

  private static let regex = "RegularExpression"
  private static let root = Node.mapping([
    Entry("path", .mapping([Entry("type", .string("PathPrefix")), Entry("value", .string("/"))]))
  ])

  private static func pattern(_ path: Node, _ change: (String) -> [String]) -> [Node] {
    guard path["type"]?.text == regex, let text = path["value"]?.text else { return [] }
    return change(text).map { path.setting("value", $0) }
  }

  private static func literal(_ path: Node, _ change: (String) -> String?) -> [Node] {
    guard path["type"]?.text != regex, let text = path["value"]?.text else { return [] }
    return change(text).map { [path.setting("value", $0)] } ?? []
  }
}

extension String {
  fileprivate func removing(at place: Index) -> String { replacing(at: place, "") }

  fileprivate func replacing(at place: Index, _ text: String) -> String {
    self[..<place] + text + self[index(after: place)...]
  }
}
