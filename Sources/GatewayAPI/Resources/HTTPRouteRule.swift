package import YAMLText

extension HTTPRoute {
  /// One entry of `rules`.
  package struct Rule: Hashable, Sendable {
    package var name: String?
    /// Any of these; empty matches every request.
    package var matches: [Match]
    package var filters: [Filter]
    package var backends: [Backend]
    package var timeouts: Timeouts?
    package var retry: Retry?
    /// `sessionPersistence` as written; Istio 1.30 does not read it.
    package var sessionPersistence: Node?
    package var comments: [String]
    /// Where the rule stands in its file, as far as it was read from one.
    package var mark = Mark()

    package init(
      name: String? = nil, matches: [Match] = [], filters: [Filter] = [], backends: [Backend] = [],
      timeouts: Timeouts? = nil, retry: Retry? = nil, sessionPersistence: Node? = nil,
      comments: [String] = []
    ) {
      self.name = name
      self.matches = matches
      self.filters = filters
      self.backends = backends
      self.timeouts = timeouts
      self.retry = retry
      self.sessionPersistence = sessionPersistence
      self.comments = comments
    }
  }
}

extension HTTPRoute.Rule {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      name: try field["name"].text(),
      matches: try field["matches"].items(HTTPRoute.Match.init(decoding:)),
      filters: try field["filters"].items(HTTPRoute.Filter.init(decoding:)),
      backends: try field["backendRefs"].items(HTTPRoute.Backend.init(decoding:)),
      timeouts: try field["timeouts"].optional(HTTPRoute.Timeouts.init(decoding:)),
      retry: try field["retry"].optional(HTTPRoute.Retry.init(decoding:)),
      sessionPersistence: field["sessionPersistence"].node)
    mark = field.node?.mark ?? Mark()
  }

  var node: Node {
    var fields = Fields()
    fields.put("name", name)
    fields.put("matches", matches.map(\.node))
    fields.put("filters", filters.map(\.node))
    fields.put("backendRefs", backends.map(\.node))
    fields.put("timeouts", timeouts?.node)
    fields.put("retry", retry?.node)
    fields.put("sessionPersistence", sessionPersistence)
    return fields.node.commented(comments)
  }
}
