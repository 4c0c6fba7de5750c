import GatewayAPI
import Routing

/// A redirect to an address that somebody wrote, as a filter says it.
struct SpokenRedirect {
  /// Nil where it cannot be said.
  private(set) var filter: HTTPRoute.RequestRedirect?
  /// Why it cannot be said, in words; nil where it can.
  private(set) var problem: String?
  /// Whether Envoy adds the query of the request.
  private(set) var addsQuery = false
  /// Whether Envoy writes a path behind the host where none is written, or leaves out a port.
  private(set) var completes = false

  /// The statuses that a filter can answer.
  static let statuses: Set<Int> = [301, 302, 303, 307, 308]

  init(_ redirect: Redirect) {
    switch redirect.target {
    case .literal(let text): self.init(text, status: redirect.status)
    case .parts(let parts):
      guard case .full(let path) = parts.path, !parts.keepsQuery, parts.scheme == nil else {
        self.init(problem: "it is made of parts of the request")
        return
      }
      self.init(path, status: redirect.status)
    }
  }

  private init(problem: String) { self.problem = problem }

  /// Takes an address, or a path of the same host; of variables only `$request_uri` at its end and
  /// the request's own scheme and host can be said.
  init(_ text: String, status: Int) {
    guard Self.statuses.contains(status) else {
      problem = "a filter cannot answer \(status)"
      return
    }
    var filter = HTTPRoute.RequestRedirect(statusCode: status)
    var rest = text[...]
    let keepsPath = ["$request_uri", "${request_uri}"].first(where: text.hasSuffix)
    if let keepsPath { rest = rest.dropLast(keepsPath.count) }
    if !rest.hasPrefix("/") || keepsPath != nil, !rest.isEmpty {
      guard let address = RedirectAddress(rest) else {
        problem = "`\(text)` is no address that a filter can name"
        return
      }
      filter.scheme = address.scheme
      filter.hostname = address.host
      filter.port = address.port
      rest = address.path
    }
    guard keepsPath == nil || rest.isEmpty else {
      problem = "a filter cannot put text before the path of the request"
      return
    }
    guard !rest.contains("$"), !rest.contains("#") else {
      problem = "a filter cannot say a variable or a fragment, as in `\(text)`"
      return
    }
    guard rest.utf8.count <= 1024, rest.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      problem = "the path is too long, or holds characters that no address has"
      return
    }
    if keepsPath == nil {
      // Without a path Envoy keeps that of the request.
      completes = !rest.hasPrefix("/") || filter.port != nil
      filter.path = .replaceFullPath(rest.hasPrefix("/") ? String(rest) : "/" + rest)
      // Envoy puts no query of the request behind one that is written.
      addsQuery = !rest.contains("?")
    }
    self.filter = filter
  }
}

/// Scheme, host and port of an absolute address, and what is left of it.
private struct RedirectAddress {
  /// Nil where the request's own is kept.
  var scheme: String?
  /// Nil where the request's own is kept.
  var host: String?
  var port: Int?
  var path: Substring

  init?(_ text: Substring) {
    guard let end = text.firstRange(of: "://") else { return nil }
    let scheme = text[..<end.lowerBound].lowercased()
    switch scheme {
    case "http", "https": self.scheme = scheme
    case "$scheme", "${scheme}", "$pass_access_scheme": break
    case _: return nil
    }
    let rest = text[end.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    path = rest.dropFirst(authority.count)
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, parts.count <= 2 else { return nil }
    if parts.count == 2 {
      guard let port = Int(parts[1]), (1...65535).contains(port) else { return nil }
      self.port = port
    }
    if !["$host", "${host}", "$http_host", "$server_name", "$best_http_host"].contains(name) {
      let host = name.lowercased()
      guard isHostname(host), !host.hasPrefix("*") else { return nil }
      self.host = host
    } else if name == "$server_name" {
      return nil
    }
  }
}
