import YAMLText

extension Mutation {
  private static let match = "spec.rules[].matches[]"

  static let ofConditions: [Mutation] = [
    Mutation("a header with another name", ofText: "\(match).headers[].name") { $0 + "x" },
    Mutation("a header value in another letter case", at: "\(match).headers[]") { header, _ in
      guard header["type"]?.text != "RegularExpression", let value = header["value"]?.text else {
        return []
      }
      let upper = value.uppercased()
      return [header.setting("value", upper == value ? value.lowercased() : upper)]
    },
    Mutation("another header value", ofText: "\(match).headers[].value") { $0 + "x" },
    Mutation("a header pattern taken as text", at: "\(match).headers[]") { header, _ in
      header["type"]?.text == "RegularExpression" ? [header.setting("type", "Exact")] : []
    },
    Mutation("a cookie without its boundaries", at: "\(match).headers[]") { header, _ in
      guard header["name"]?.text?.lowercased() == "cookie", let text = header["value"]?.text else {
        return []
      }
      return [header.setting("value", ".*" + cookie(text) + ".*")]
    },
    Mutation("a header left out of a match", at: "\(match).headers") { headers, _ in
      headers.items.indices.map { headers.removingItem($0) }
    },
    Mutation("a header asked for", at: match) { match, _ in
      let header = Node.mapping([
        Entry("name", .string("X-Extra")), Entry("value", .string("yes")),
      ])
      return [match.setting("headers", .sequence((match["headers"]?.items ?? []) + [header]))]
    },
    Mutation("a method asked for", at: match) { match, _ in
      [match.setting("method", "PUT")]
    },
    Mutation("a method left out", at: match) { match, _ in [match.removing("method")] },
    Mutation("a query parameter asked for", at: match) { match, _ in
      let query = Node.mapping([Entry("name", .string("q")), Entry("value", .string("1"))])
      return [match.setting("queryParams", .sequence([query]))]
    },
  ]

  /// `name=value` of a pattern over Cookie headers.
  private static func cookie(_ pattern: String) -> String {
    let words = pattern.split { !($0.isLetter || $0.isNumber || "-_".contains($0)) }
    return words.filter { $0.count > 1 }.suffix(2).joined(separator: "=")
  }
}
