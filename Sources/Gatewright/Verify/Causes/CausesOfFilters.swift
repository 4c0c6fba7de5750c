import Routing
import Verification

extension Cause {
  /// What filters of HTTPRoute say differently.
  static let ofFilters: [Cause] =
    ofCORS + [
      Cause(["fixed-redirect-keeps-query"], of: .route, [.location]) { facts in
        facts.statuses.before == facts.statuses.after
          && facts.locations.map { isSameAddress($0.before, $0.after, facts.request) } ?? false
      },
      Cause(["rewrite-keeps-letter-case"], of: .route, [.path]) { facts in
        facts.before.upstreamPath?.lowercased() == facts.after.upstreamPath?.lowercased()
      },
      Cause(
        ["snippet-lines-lost"], of: .host, [.responseHeaders, .requestHeaders, .condition]),
      Cause(["snippet-header-on-errors"], of: .host, [.responseHeaders]) {
        ($0.statuses.before ?? 0) >= 400 || ($0.statuses.after ?? 0) >= 400
      },
      Cause(
        ["snippet-status-differs"], of: .host, [.reached, .status, .location, .responseHeaders]
      ) {
        $0.statuses.after == 404
      },
      Cause(["rewrite-by-prefix"], of: .host, .ending) { $0.isBesidePrefix },
    ]

  private static let ofCORS: [Cause] = [
    Cause(["cors-credentials-left-out"], of: .route, [.responseHeaders]) {
      $0.differsInCORS && $0.differingResponseHeaders.contains("access-control-allow-credentials")
    },
    Cause(["cors-values-lost"], of: .route, [.responseHeaders]) { $0.differsInCORS },
    Cause(["cors-answered-by-envoy"], of: .route, [.responseHeaders]) { $0.differsInCORS },
    Cause(["cors-values-lost"], of: .route, [.status, .location, .responseHeaders]) {
      $0.request.method == "OPTIONS" && $0.statuses.before == 204
    },
    Cause(["cors-answered-by-envoy"], of: .route, just: { $0.aspectsOfPreflight }),
  ]

  /// Whether a Location is the other with the request's query, with a path, or without a port.
  private static func isSameAddress(_ before: String, _ after: String, _ request: Request) -> Bool {
    let (left, right) = (PlainAddress(before), PlainAddress(after))
    let sent = request.target.firstIndex(of: "?").map { String(request.target[$0...]) } ?? ""
    let isKept = left.query.isEmpty ? right.query == sent : right.query == left.query
    let hosts = [left.host, request.host.lowercased()]
    return left.scheme == right.scheme && hosts.contains(right.host) && left.path == right.path
      && isKept
  }
}

/// An address taken apart so that equal ones look equal.
private struct PlainAddress {
  var scheme = ""
  /// Lower case, with a port that is not the scheme's own.
  var host = ""
  var path = ""
  /// With its `?`; empty for none.
  var query = ""

  init(_ text: String) {
    var rest = text[...]
    if let end = text.firstRange(of: "://") {
      scheme = text[..<end.lowerBound].lowercased()
      let authority = text[end.upperBound...].prefix { $0 != "/" && $0 != "?" }
      host = authority.lowercased()
      let own = scheme == "https" ? ":443" : ":80"
      if host.hasSuffix(own) { host.removeLast(own.count) }
      rest = text[end.upperBound...].dropFirst(authority.count)
    }
    let written = rest.prefix { $0 != "?" }
    path = written.isEmpty ? "/" : String(written)
    query = String(rest.dropFirst(written.count))
  }
}

extension DifferenceFacts {
  /// In what the answers differ where nginx answers OPTIONS and Envoy does not, or the other way
  /// round; what the backend answers then may have a page.
  fileprivate var aspectsOfPreflight: Set<Aspect> {
    guard request.method == "OPTIONS", statuses.before == 204 || statuses.after == 200 else {
      return []
    }
    let aspects: Set<Aspect> = [.status, .location, .responseHeaders]
    let hangsOnPages = after.conditions.allSatisfy { $0.hasPrefix("if the backend answers ") }
    return statuses.before == 204 && hangsOnPages ? aspects.union([.condition]) : aspects
  }

  /// Whether no header but those of CORS differs.
  fileprivate var differsInCORS: Bool {
    let names = differingResponseHeaders
    return !names.isEmpty && names.allSatisfy { $0.hasPrefix("access-control-") }
  }

  /// Whether the path is not plainly below a prefix that is replaced: in other letter case, just the
  /// prefix, or going on without a `/`.
  fileprivate var isBesidePrefix: Bool {
    let path = String(request.target.prefix { $0 != "?" })
    let prefixes = [routeBefore?.replacedBeginning, routeAfter?.replacedBeginning].compactMap(
      \.self)
    guard !prefixes.isEmpty else { return routeBefore == nil && routeAfter == nil }
    return prefixes.contains { prefix in
      path.lowercased().hasPrefix(prefix.lowercased())
        && (!path.hasPrefix("\(prefix)/") || path == "\(prefix)/")
    }
  }
}

extension Route {
  /// The literal beginning of a path that a rewrite replaces in part; nil where none does.
  fileprivate var replacedBeginning: String? {
    for behaviour in behaviours {
      guard case .rewritePath(let rewrite) = behaviour else { continue }
      switch rewrite {
      case .captures(let pattern, _):
        let literal = pattern.prefix { !"(?".contains($0) }
        let end = literal.hasSuffix("/") ? literal.dropLast() : literal
        return end.isEmpty ? nil : String(end)
      case .prefix:
        guard case .prefix(let prefix) = path else { return nil }
        return prefix
      case .full, .substitution: return nil
      }
    }
    return nil
  }
}
