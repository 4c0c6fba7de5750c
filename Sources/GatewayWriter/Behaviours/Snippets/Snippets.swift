import Evidence
import GatewayAPI
import Routing

/// What becomes of one line of a snippet.
enum SnippetLine {
  case said
  /// It is left out; nothing is let through for it. The text says why, or is empty.
  case lost(String)
  /// It may keep requests away from the backend, or send them elsewhere.
  case mayRefuse
}

/// Where lines of nginx configuration stand.
enum SnippetPlace {
  case location
  /// In a server or beside all servers: locations inherit what they do not say themselves.
  case server
}

extension RouteSpeaker {
  /// Lines of nginx configuration: the directives that have an equivalent.
  ///
  /// The route is closed where a line may refuse requests and cannot be said.
  mutating func saySnippet(_ snippet: Snippet) {
    guard !answers else { return }
    let isOfServer = ["server-snippet", "http-snippet"].contains(snippet.name)
    let place: SnippetPlace = isOfServer ? .server : .location
    let topic: Topic = snippet.name == "server-snippet" ? .serverSnippet : .snippet
    var refusing: [String] = []
    var lost: [String] = []
    for directive in snippet.directives where !directive.isOfAddresses {
      switch say(directive, at: place, about: topic) {
      case .said: break
      case .lost(let reason):
        lost.append(reason.isEmpty ? "`\(directive.line)`" : "`\(directive.line)`, \(reason)")
      case .mayRefuse: refusing.append("`\(directive.name)`")
      }
    }
    if !sayAddresses(snippet.directives) { refusing.append("`allow`, `deny`") }
    if !lost.isEmpty {
      find(.snippetLinesLost, about: topic, "Left out: \(lost.joined(separator: "; "))")
    }
    guard !refusing.isEmpty, !answers else { return said(topic) }
    let names = refusing.enumerated().filter { !refusing[..<$0.offset].contains($0.element) }
    close(
      .snippet,
      because: "\(names.map(\.element).joined(separator: ", ")) may refuse requests or send them "
        + "elsewhere")
  }

  private mutating func say(
    _ directive: Directive, at place: SnippetPlace, about topic: Topic
  ) -> SnippetLine {
    let words = directive.arguments
    switch directive.name {
    case "add_header": return sayAddHeader(words, about: topic)
    case "more_set_headers": return sayMoreHeaders(words)
    case "more_clear_headers", "proxy_hide_header": return sayHiddenHeaders(words)
    case "proxy_set_header": return place == .server ? .said : sayProxyHeader(words)
    case "return": return sayReturn(words, about: topic)
    case "rewrite": return sayRewriteLine(words, about: topic)
    case "location" where place == .server: return sayLocation(directive, about: topic)
    case "client_max_body_size": return place == .server ? .said : saySnippetBodyLimit(words)
    case "set": return isOwnVariable(words.first ?? "") ? .mayRefuse : .lost("")
    case _: return SnippetDirectives.reason(for: directive.name).map { .lost($0) } ?? .mayRefuse
    }
  }

  /// The client addresses of `allow` and `deny`; false where their order says more than two lists.
  private mutating func sayAddresses(_ directives: [Directive]) -> Bool {
    let lines = directives.filter(\.isOfAddresses)
    guard !lines.isEmpty else { return true }
    guard lines.allSatisfy({ $0.arguments.count == 1 }), let rule = AddressRule(lines) else {
      return false
    }
    if rule.denied == ["all"] {
      speech.isAnswered = true
      find(.snippetStatusDiffers, about: .snippet, "403 for every client")
      return true
    }
    sayAccess(Access(addresses: rule))
    return true
  }

  /// A limit of bodies in a location, as `proxy-body-size` says it.
  private mutating func saySnippetBodyLimit(_ words: [String]) -> SnippetLine {
    guard let first = words.first, words.count == 1, let zero = Int(first), zero == 0 else {
      return .mayRefuse
    }
    return .said
  }

  /// Whether a variable is one of the controller's own, which decide where requests go.
  private func isOwnVariable(_ name: String) -> Bool {
    let own = [
      "proxy_upstream_name", "proxy_alternative_upstream_name", "proxy_host", "service_name",
      "service_port", "namespace", "ingress_name", "location_path", "best_http_host",
      "pass_access_scheme", "pass_server_port", "pass_port", "force_ssl_redirect", "ssl_redirect",
      "force_no_ssl_redirect",
    ]
    return own.contains { name == "$" + $0 }
  }
}

extension Directive {
  /// The line as somebody wrote it, without what stands in a block.
  var line: String {
    ([name] + arguments).joined(separator: " ") + (block == nil ? "" : " { … }")
  }

  fileprivate var isOfAddresses: Bool { ["allow", "deny"].contains(name) }
}

extension AddressRule {
  /// The lists that lines of `allow` and `deny` come to, of which the first that fits counts; nil
  /// where that is no two lists.
  fileprivate init?(_ lines: [Directive]) {
    self.init()
    for (index, line) in lines.enumerated() {
      guard let address = line.arguments.first else { return nil }
      let isLast = index == lines.count - 1
      switch (line.name, address) {
      case ("deny", "all"):
        guard isLast else { return nil }
        if allowed.isEmpty { denied = ["all"] }
      case ("allow", "all"):
        guard isLast, allowed.isEmpty else { return nil }
      case ("allow", _): allowed.append(address)
      // A refusal behind a list of addresses would count only for the others.
      case ("deny", _):
        guard allowed.isEmpty else { return nil }
        denied.append(address)
      case _: return nil
      }
    }
    // Without a last `deny all` the allowed addresses keep nobody out.
    let endsClosed = lines.last.map { $0.name == "deny" && $0.arguments == ["all"] } ?? false
    if !allowed.isEmpty, !endsClosed { return nil }
    if endsClosed, allowed.isEmpty { denied = ["all"] }
  }
}
