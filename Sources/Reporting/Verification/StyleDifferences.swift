import Evidence
import Gatewright

/// How many requests a report lists before it counts.
private let limit = 50

/// The heading of the requests that the form of paths makes a difference for.
private let title = "Requests that --style idiomatic answers differently"

/// One request for each kind of difference that `--style` makes.
func writeStyle(_ differences: [AnswerDifference], on page: inout Page) {
  guard !differences.isEmpty else { return }
  page.space()
  page.line(page.painted(title, .bold))
  for difference in differences.prefix(limit) {
    page.entry("", difference.whereabouts, indent: 2, column: 2)
    page.line(difference.curl, indent: 4)
    page.entry("today:", difference.before.summary, indent: 4, column: 17)
    page.entry("new routes:", difference.after.summary, indent: 4, column: 17)
  }
  guard differences.count > limit else { return }
  page.line(
    "and \(grouped(differences.count - limit)) more; --report FILE.json lists all", indent: 2)
}

/// The same for a pull request.
func style(_ differences: [AnswerDifference]) -> String {
  guard !differences.isEmpty else { return "" }
  let rest = differences.count - limit
  return "## \(title)\n\n" + styleList(differences.prefix(limit))
    + (rest > 0 ? "\nAnd \(grouped(rest)) more; the JSON report lists all.\n" : "")
}

/// The requests with both answers, as a Markdown list.
private func styleList(_ differences: some Sequence<AnswerDifference>) -> String {
  differences.map { difference in
    """
    - \(escaped(difference.whereabouts))

      ```sh
      \(difference.curl)
      ```

      today \(code(difference.before.summary)), new routes \(code(difference.after.summary))

    """
  }.joined(separator: "\n")
}

extension AnswerDifference {
  /// Where, in one line.
  fileprivate var whereabouts: String { "\(host): \(paths)" }
}

extension JSON {
  /// A difference that `--style` makes, in short; `verification` tells all of it.
  init(ofStyle difference: AnswerDifference) {
    self = .object([
      Member("host", .string(difference.host)),
      Member("paths", .string(difference.paths)),
      Member("ingress", JSON(difference.ingress?.description)),
      Member("curl", .string(difference.curl)),
      Member("before", .string(difference.before.summary)),
      Member("after", .string(difference.after.summary)),
    ])
  }
}
