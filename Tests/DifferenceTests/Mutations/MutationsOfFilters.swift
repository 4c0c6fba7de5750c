import YAMLText

extension Mutation {
  private static let filter = "spec.rules[].filters[]"
  private static let redirect = "\(filter).requestRedirect"
  private static let rewrite = "\(filter).urlRewrite"

  static let ofFilters: [Mutation] = [
    Mutation("a filter left out", at: "spec.rules[].filters") { filters, _ in
      filters.items.indices.map { filters.removingItem($0) }
    },
    Mutation("another redirect status", at: "\(redirect).statusCode") { status, _ in
      [301, 302, 308].filter { $0 != status.number }.map { .integer($0) }
    },
    Mutation("another redirect scheme", at: redirect) { redirect, _ in
      let scheme = redirect["scheme"]?.text == "https" ? "http" : "https"
      return [redirect.setting("scheme", scheme), redirect.removing("scheme")]
    },
    Mutation("another redirect host", at: redirect) { redirect, _ in
      [
        redirect.setting("hostname", "x" + (redirect["hostname"]?.text ?? ".test")),
        redirect.removing("hostname"),
      ]
    },
    Mutation("another redirect port", at: redirect) { redirect, _ in
      [redirect.setting("port", .integer(8443)), redirect.removing("port")]
    },
    Mutation("a prefix for the full path of a redirect", at: "\(redirect).path") { path, _ in
      inPrefix(path)
    },
    Mutation("another redirect path", ofText: "\(redirect).path.replaceFullPath") { $0 + "x" },
    Mutation("a redirect path left out", at: redirect) { redirect, _ in
      [redirect.removing("path")]
    },
    Mutation("a prefix for the full path of a rewrite", at: "\(rewrite).path") { path, _ in
      inPrefix(path)
    },
    Mutation("a full path for the prefix of a rewrite", at: "\(rewrite).path") { path, _ in
      inFull(path)
    },
    Mutation("another rewritten path", ofText: "\(rewrite).path.replaceFullPath") { $0 + "x" },
    Mutation("another rewritten prefix", ofText: "\(rewrite).path.replacePrefixMatch") {
      $0 + "x"
    },
    Mutation("another upstream host", ofText: "\(rewrite).hostname") { "x" + $0 },
    Mutation("no upstream host", at: rewrite) { rewrite, _ in [rewrite.removing("hostname")] },
    Mutation("another request header", ofText: "\(filter).requestHeaderModifier.set[].value") {
      $0 + "x"
    },
    Mutation("another response header", ofText: "\(filter).responseHeaderModifier.set[].value") {
      $0 + "x"
    },
    Mutation("other methods of CORS", at: "\(filter).cors") { cors, _ in
      [cors.setting("allowMethods", .sequence([.string("PUT")]))]
    },
    Mutation("another origin of CORS", ofText: "\(filter).cors.allowOrigins[]") { $0 + "x" },
  ]

  private static func inPrefix(_ path: Node) -> [Node] {
    guard let text = path["replaceFullPath"]?.text else { return [] }
    return [
      .mapping([
        Entry("type", .string("ReplacePrefixMatch")), Entry("replacePrefixMatch", .string(text)),
      ])
    ]
  }

  private static func inFull(_ path: Node) -> [Node] {
    guard let text = path["replacePrefixMatch"]?.text else { return [] }
    return [
      .mapping([
        Entry("type", .string("ReplaceFullPath")), Entry("replaceFullPath", .string(text)),
      ])
    ]
  }

  /// Every kind of change.
  static let all = ofPaths + ofConditions + ofRules + ofListeners + ofBackends + ofFilters
}
