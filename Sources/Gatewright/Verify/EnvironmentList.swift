extension EnvironmentDifference {
  static func doubleSlashes(_ setting: PathNormalization) -> EnvironmentDifference {
    var difference = EnvironmentDifference(
      code: "double-slashes", requests: "paths with `//`",
      before: "matches them as if each `//` were `/` and forwards them as sent",
      after: "matches and forwards them as sent, so most routes do not take them",
      remedy: "set meshConfig.pathNormalization.normalization to MERGE_SLASHES")
    switch setting {
    case .base: break
    case .mergeSlashes, .decodeAndMergeSlashes:
      difference.after = "matches them so, too, and forwards them merged"
      difference.remedy = "none; what is left is the path that backends see"
    }
    return difference
  }

  static func encodedSlashes(_ setting: PathNormalization) -> EnvironmentDifference {
    var difference = EnvironmentDifference(
      code: "encoded-slashes", requests: "paths with `%2F` or `%5C`",
      before: "decodes them before it matches, and forwards what was sent",
      after: "keeps them as they are",
      remedy: "set meshConfig.pathNormalization.normalization to DECODE_AND_MERGE_SLASHES")
    switch setting {
    case .base, .mergeSlashes: break
    case .decodeAndMergeSlashes:
      difference.after = "decodes them, too, and forwards them decoded"
      difference.remedy = "none; what is left is the path that backends see"
    }
    return difference
  }

  static let ofPaths: [EnvironmentDifference] = [
    EnvironmentDifference(
      code: "encoded-characters",
      requests: "paths with other `%XX` than letters, digits and `-._~`",
      before: "decodes them before it matches, and forwards what was sent",
      after:
        "matches what was sent; broken escapes are let through, which ingress-nginx answers with 400",
      remedy: "none; name such paths encoded in the routes"),
    EnvironmentDifference(
      code: "dot-segments", requests: "paths with `.` or `..` segments, `\\` or `#`",
      before: "resolves them to match, forwards them as sent, and answers 400 above the root",
      after: "resolves them, forwards the result, and takes `\\` for `/`",
      remedy: "none"),
  ]

  static let ofRequests: [EnvironmentDifference] = [
    EnvironmentDifference(
      code: "http-1.0", requests: "HTTP/1.0 requests", before: "serves them",
      after: "answers 426 Upgrade Required",
      remedy: "set PILOT_HTTP10=1 in istiod"),
    EnvironmentDifference(
      code: "underscore-headers", requests: "headers with `_` or `.` in their names",
      before: "drops them without a word", after: "lets them through",
      remedy: "set headers_with_underscores_action with an EnvoyFilter"),
    EnvironmentDifference(
      code: "repeated-headers", requests: "a header or cookie that conditions look at, sent twice",
      before: "joins the lines; of cookies the first counts",
      after: "joins the lines; a pattern finds any of them", remedy: "none"),
    EnvironmentDifference(
      code: "header-limits", requests: "headers over 8 kB, or more than 100",
      before: "answers 400 or 414 above 8 kB each",
      after: "answers 431 above 60 kB in all or 100 headers",
      remedy: "set max_request_headers_kb with an EnvoyFilter"),
    EnvironmentDifference(
      code: "body-limits", requests: "bodies over proxy-body-size, 1 MiB by default",
      before: "answers 413", after: "has no limit", remedy: "set a buffer limit with an EnvoyFilter"
    ),
    EnvironmentDifference(
      code: "methods", requests: "TRACE, and methods that HTTP does not know",
      before: "answers 405 to TRACE and forwards the others",
      after: "forwards TRACE and answers 400 to the others", remedy: "none"),
    EnvironmentDifference(
      code: "host-header", requests: "Host headers that end with a dot, and absolute-form targets",
      before: "ignores the dot; forwards the Host header as sent",
      after: "answers 404 with the dot; forwards the target's host", remedy: "none"),
  ]

  static let ofAnswers: [EnvironmentDifference] = [
    EnvironmentDifference(
      code: "error-bodies", requests: "errors that the proxy itself answers",
      before: "sends an HTML page", after: "sends no body, or one line of text", remedy: "none"),
    EnvironmentDifference(
      code: "unreachable-backends", requests: "requests to backends that refuse connections",
      before: "answers 502", after: "answers 503 after two more tries",
      remedy: "none; alerts that look for 502 have to look for 503"),
    EnvironmentDifference(
      code: "timeouts", requests: "slow backends, where nothing sets a time",
      before: "ends after 60 s without a byte, and tries GET requests three times",
      after: "waits without a limit",
      remedy: "set timeouts.request in the routes where a limit is wanted"),
    EnvironmentDifference(
      code: "client-headers", requests: "headers about the client on the way to the backend",
      before: "sets X-Real-IP, X-Forwarded-Host, -Port, -Scheme, X-Scheme and X-Request-ID",
      after: "sets X-Forwarded-For, X-Forwarded-Proto and X-Request-ID, lets the others through",
      remedy: "set numTrustedProxies, and have applications read X-Forwarded-For"),
  ]
}
