import Routing

/// When nginx tries another endpoint (`proxy`).
enum Retries: AnnotationFamily {
  enum Key: String, CaseIterable {
    case conditions = "proxy-next-upstream"
    case timeout = "proxy-next-upstream-timeout"
    case tries = "proxy-next-upstream-tries"
  }

  /// What is written; nil leaves it to the ConfigMap.
  struct Setting: FamilySetting {
    /// The words of `proxy_next_upstream`.
    var conditions: [String]?
    /// In seconds; 0 sets no limit.
    var timeout: Int?
    /// With the first try; 0 sets no limit.
    var tries: Int?
  }

  static let heading: String? = "custom-timeouts"

  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .conditions:
      AnnotationEntry(
        syntax: conditions, fallback: .configMap("proxy-next-upstream"), risk: .medium,
        meaning: "tries another endpoint after these failures",
        notes: [
          "Without it these are error and timeout.",
          "POST, LOCK and PATCH are tried again only where nothing was sent yet, unless "
            + "non_idempotent is among the words.",
          "It does not reach gRPC, which has nginx's own error and timeout.",
        ], fate: .lost(.tuning))
    case .timeout:
      AnnotationEntry(
        syntax: .integer, fallback: .configMap("proxy-next-upstream-timeout"),
        meaning: "starts no further try after these seconds",
        notes: ["0 sets no limit, as does nothing."], fate: .lost(.tuning, unless: "0"))
    case .tries:
      AnnotationEntry(
        syntax: .integer, fallback: .configMap("proxy-next-upstream-tries"),
        meaning: "makes at most so many tries",
        notes: [
          "The first one counts, too; 0 sets no limit, and nothing means 3.",
          "A Service with one endpoint may get all of them.",
        ], fate: .lost(.tuning))
    }
  }

  /// `validUpstreamAnnotation`, which also admits words without a blank between them.
  private static let conditions: ValueSyntax = {
    let words =
      "error|timeout|invalid_header|http_500|http_502|http_503|http_504|http_403|http_404|http_429"
      + "|non_idempotent|off"
    return .expression(
      "((\(words))[\\t\\n\\f\\r ]?)+",
      "a list of error, timeout, invalid_header, http_403, http_404, http_429, http_500, http_502, "
        + "http_503, http_504, non_idempotent and off with blanks between them")
  }()

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(
      conditions: try annotations.text(.conditions).map { text in
        text.split(whereSeparator: \.isWhitespace).map(String.init)
      },
      timeout: try annotations.integer(.timeout), tries: try annotations.integer(.tries))
  }
}

extension IngressSettings {
  var retries: Retries.Setting { self[Retries.self] }
}
