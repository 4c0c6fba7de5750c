import Routing

extension RouteSpeaker {
  /// Lines of nginx configuration: the directives that have an equivalent.
  mutating func saySnippet(_ snippet: Snippet) {
    let names = Set(snippet.directives.map(\.name)).sorted().joined(separator: ", ")
    close(.snippet, because: names)
  }
}
