import GatewayAPI
import Routing

extension RouteSpeaker {
  /// `add_header name value [always]`; an empty value adds nothing.
  mutating func sayAddHeader(_ words: [String], about topic: Topic) -> SnippetLine {
    guard words.count == 2 || (words.count == 3 && words[2] == "always") else { return .lost("") }
    if words[1].isEmpty { return .said }
    guard let pair = pair(words[0], words[1]) else { return .lost("a value that Envoy cannot say") }
    guard speech.responseHeaders.append(pair) else { return .lost("one too many") }
    if words.count == 2 { find(.snippetHeaderOnErrors, about: topic) }
    return .said
  }

  /// `more_set_headers "name: value"…`; a header without a value is taken away.
  mutating func sayMoreHeaders(_ words: [String]) -> SnippetLine {
    guard !words.isEmpty, !words.contains(where: { $0.hasPrefix("-") }) else {
      return .lost("which is bound to statuses or types")
    }
    for word in words {
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count == 2 ? String(parts[1].drop { $0 == " " }) : ""
      let name = String(parts.first ?? "")
      if value.isEmpty {
        guard isHeaderName(name), speech.responseHeaders.take(name) else { return .lost("") }
        continue
      }
      guard let pair = pair(name, value) else { return .lost("a value that Envoy cannot say") }
      guard speech.responseHeaders.replace(pair) else { return .lost("one too many") }
    }
    return .said
  }

  /// `more_clear_headers` and `proxy_hide_header`: the backend's headers are taken away.
  mutating func sayHiddenHeaders(_ words: [String]) -> SnippetLine {
    guard !words.isEmpty, words.allSatisfy({ isHeaderName($0) && !$0.contains("*") }),
      !words.contains(where: { $0.hasPrefix("-") })
    else { return .lost("which names no single header") }
    for word in words {
      guard speech.responseHeaders.take(word) else { return .lost("one too many") }
    }
    return .said
  }

  /// `proxy_set_header name value`.
  mutating func sayProxyHeader(_ words: [String]) -> SnippetLine {
    guard words.count == 2 else { return .lost("") }
    if Self.hopByHop.contains(words[0].lowercased()) { return .lost("which Envoy decides itself") }
    return setRequestHeader(words[0], words[1]).map { .lost("since \($0)") } ?? .said
  }

  private func pair(_ name: String, _ value: String) -> Pair? {
    VariableText(value).format.flatMap { SpokenHeader(name, $0).pair }
  }

  /// Headers of one connection, not of a request (RFC 9110, 7.6.1).
  private static let hopByHop: Set<String> = [
    "connection", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade",
    "content-length",
  ]
}
