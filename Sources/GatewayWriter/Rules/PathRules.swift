import Evidence

extension Rule {
  static let pathNeverMatches = Rule(
    "path-never-matches", .warning, .equivalent,
    title: "No request can have the path",
    before: "nginx merges slashes and resolves dot segments before it compares, so the path never "
      + "matches.",
    after: "They leave it out.",
    remedy: "Correct the path.")
  static let pathTooLong = Rule(
    "path-too-long", .error, .lost,
    title: "The path is longer than Gateway API allows",
    before: "nginx serves the path.",
    after: "They leave it out; a match holds 1024 characters.",
    remedy: "Shorten the path.")
  static let pathEncoded = Rule(
    "path-encoded", .warning, .changed,
    title: "The path holds characters that a route can only say percent-encoded",
    before: "nginx compares the decoded path: encoded and plain requests both match.",
    after: "They match requests that are encoded like the route.",
    remedy: "Check which form your clients send.")
  static let patternNotPortable = Rule(
    "pattern-not-portable", .error, .lost,
    title: "The path is a regular expression that Envoy cannot use",
    before: "nginx matches it with PCRE.",
    after: "They leave the path out; its requests go to the next path that fits, or get 404.",
    remedy: "Write the path without the named construct.")
}
