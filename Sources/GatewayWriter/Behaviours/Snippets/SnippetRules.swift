import Evidence

extension Rule {
  static let snippetLinesLost = Rule(
    "snippet-lines-lost", .warning, .lost,
    title: "Some lines of a snippet are not carried over",
    before: "ingress-nginx runs the lines of the snippet.",
    after: "They do without the lines that the finding names; nothing is let through for that.",
    remedy: "Decide whether the new routes may go live without the lines.")
  static let snippetHeaderOnErrors = Rule(
    "snippet-header-on-errors", .note, .changed,
    title: "A header of a snippet is put on errors, too",
    before: "nginx adds it to answers with the status 200, 201, 204, 206, 301, 302, 303, 304, 307 "
      + "and 308 only.",
    after: "They add it to every answer.",
    remedy: "Nothing, unless clients take the header for a success.")
  static let snippetStatusDiffers = Rule(
    "snippet-status-differs", .warning, .changed,
    title: "What a snippet answers by itself becomes 404",
    before: "nginx answers what the snippet says, and no request reaches the backend.",
    after: "They have no backend either: Istio 1.30 answers 404, and 500 from 1.31 on.",
    remedy: "Let a backend answer if clients look at the status.")

  /// What becomes different about snippets.
  static let ofSnippets: [Rule] = [
    .snippetLinesLost, .snippetHeaderOnErrors, .snippetStatusDiffers,
  ]
}
