import Patterns
import Routing

extension Passage {
  /// Runs the lines of a snippet in their order; what is not understood becomes a condition.
  mutating func run(_ snippet: Snippet, of route: Route) -> Answer? {
    run(snippet.directives, of: snippet.name, route)
  }

  private mutating func run(
    _ directives: [Directive], of snippet: String, _ route: Route
  ) -> Answer? {
    addressLines += directives.filter { ["allow", "deny"].contains($0.name) }
    for directive in directives where !["allow", "deny"].contains(directive.name) {
      if let answer = run(directive, of: snippet, route) { return answer }
    }
    return nil
  }

  private mutating func run(
    _ directive: Directive, of snippet: String, _ route: Route
  ) -> Answer? {
    let words = directive.arguments
    switch (directive.name, words.count) {
    case ("return", 1...): return answer(words, of: snippet, route)
    case ("if", 1...):
      guard let holds = SnippetCondition(words, self)?.holds else { break }
      return holds ? run(directive.block ?? [], of: snippet, route) : nil
    case ("set", 2):
      guard let value = filled(words[1]) else { break }
      variables[String(words[0].dropFirst())] = value
      return nil
    case ("location", 1...):
      guard let fits = takes(words) else { break }
      return fits ? run(directive.block ?? [], of: snippet, route) : nil
    case ("more_set_headers", 1...): return setResponse(words)
    case ("add_header", 2...): return addResponse(words)
    // Every location says its own headers, and so inherits none.
    case ("proxy_set_header", 2) where snippet == "server-snippet": return nil
    case ("rewrite", 3) where ["permanent", "redirect"].contains(words[2]):
      guard let target = filled(words[1]) else { break }
      return redirected(CaptureRewrite(pattern: words[0], target: target), words[2], of: route)
    case ("proxy_set_header", 2):
      guard let value = filled(words[1]) else { break }
      changeUpstream(HeaderChange(set: [Header(words[0].lowercased(), value)]))
      return nil
    case _: break
    }
    if SnippetDirectives.silent.contains(directive.name) { return nil }
    let condition = "what `\(directive.name)` of \(snippet) does"
    if !conditions.contains(condition) { conditions.append(condition) }
    return nil
  }

  /// nginx's access phase, which comes after all redirects: the first line of `allow` and `deny` that
  /// fits the client counts; where none does it is let in.
  func checkAddressLines(of route: Route) -> Answer? {
    let address = received.client.address
    let fitting = addressLines.first { line in
      guard let range = line.arguments.first else { return false }
      return range == "all" || !AddressRule(denied: [range]).admits(address)
    }
    guard fitting?.name == "deny" else { return nil }
    return answered(403, Step("client address \(address) is not let in: 403", route.origin))
  }

  /// `rewrite expression address permanent;`, in the expression's letter case.
  private func redirected(_ rewrite: CaptureRewrite, _ flag: String, of route: Route) -> Answer? {
    guard let location = rewrite.location(received.target, received.expressions) else { return nil }
    var text = String(decoding: location, as: UTF8.self)
    if text.hasPrefix("/") {
      text = "\(received.request.scheme.rawValue)://\(received.hostName)\(text)"
    }
    let status = flag == "permanent" ? 301 : 302
    return answered(status, location: text, Step("rewrites to \(text): \(status)", route.origin))
  }

  /// `return status;`, `return status text;` or `return address;`.
  private mutating func answer(
    _ words: [String], of snippet: String, _ route: Route
  ) -> Answer? {
    guard let first = words.first else { return nil }
    let status = Int(first) ?? 302
    let step = Step("\(snippet) returns \(status)", route.origin)
    if status == 444 {
      return Answer(
        outcome: .failed("connection closed"), conditions: conditions, steps: steps + [step])
    }
    let text = Int(first) == nil ? first : words.dropFirst().first
    let isRedirect = [301, 302, 303, 307, 308].contains(status)
    let location = isRedirect ? text.map { address($0, of: snippet) } : nil
    return answered(status, location: location, step)
  }

  /// nginx puts scheme and host before a path (`absolute_redirect`).
  private mutating func address(_ text: String, of snippet: String) -> String {
    guard let value = filled(text) else {
      conditions.append("what `return` of \(snippet) says for `\(text)`")
      return text
    }
    guard value.hasPrefix("/") else { return value }
    return "\(received.request.scheme.rawValue)://\(received.hostName)\(value)"
  }

  private mutating func setResponse(_ words: [String]) -> Answer? {
    for word in words {
      let parts = word.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let value = filled(String(parts[1].drop { $0 == " " })) else {
        continue
      }
      responseHeaders.replace(Header(parts[0].lowercased(), value))
    }
    return nil
  }

  private mutating func addResponse(_ words: [String]) -> Answer? {
    guard let value = filled(words[1]) else { return nil }
    let header = Header(words[0].lowercased(), value)
    if words.dropFirst(2).first == "always" {
      responseHeaders.append(header)
    } else {
      successHeaders.append(header)
    }
    return nil
  }

  /// Whether the path is one of a `location` inside the snippet; nil where that cannot be said.
  private func takes(_ words: [String]) -> Bool? {
    let path = received.target.path
    guard words.count == 2 else { return path.starts(with: words[0].utf8) }
    switch words[0] {
    case "=": return path.elementsEqual(words[1].utf8)
    case "^~": return path.starts(with: words[1].utf8)
    case "~": return received.expressions.found(words[1], in: path, [])
    case "~*": return received.expressions.found(words[1], in: path, .caseless)
    case _: return nil
    }
  }
}

/// What is known of nginx's directives.
enum SnippetDirectives {
  /// Directives that change neither the answer nor the way to the backend.
  static let silent: Set<String> = [
    "access_log", "brotli", "brotli_types", "chunked_transfer_encoding", "client_body_timeout",
    "client_header_timeout", "client_max_body_size", "error_log", "etag", "expires", "gzip",
    "gzip_min_length",
    "gzip_types", "keepalive_timeout", "log_not_found", "more_clear_headers", "proxy_buffer_size",
    "proxy_buffering", "proxy_buffers", "proxy_busy_buffers_size", "proxy_connect_timeout",
    "proxy_hide_header",
    "proxy_http_version", "proxy_max_temp_file_size", "proxy_read_timeout",
    "proxy_request_buffering", "proxy_send_timeout", "send_timeout", "server_tokens",
    "tcp_nodelay", "underscores_in_headers",
  ]
}
