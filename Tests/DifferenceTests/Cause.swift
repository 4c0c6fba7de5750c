import Gatewright

/// Why ingress-nginx and the new routes may answer a request differently, and the findings of which
/// one has to be in the report then.
struct Cause: Sendable {
  var codes: Set<String>
  var explains: @Sendable (Traced) -> Bool

  /// Every cause that is known; a difference that none explains is a fault.
  static let all: [Cause] = [
    Cause(codes: ["request-paths-differ"]) { $0.request.hasUnusualPath || $0.request.endsWithDot },
    Cause(codes: ["default-server-differs"]) { $0.isOfDefaultServer },
    Cause(codes: ["host-without-certificate", "redirect-without-certificate"]) {
      $0.request.scheme == .https && $0.hasNoListener
    },
    Cause(codes: ["redirect-keeps-slash"]) { $0.redirects(with: 308) },
    Cause(codes: ["www-redirect-names-port"]) {
      $0.redirects(with: 308) || $0.redirects(with: 301)
    },
    Cause(codes: ["app-root-keeps-query"]) { $0.redirects(with: 302) },
    Cause(codes: ["slash-redirect-differs"]) { $0.redirects(with: 301) },
    Cause(codes: ["service-missing", "service-port-missing"]) {
      $0.ingress?.status == 503 && [404, 500].contains($0.gateway?.status)
    },
    Cause(codes: ["ingress-denied"]) { $0.ingress?.status == 503 },
    Cause(codes: ["alias-hides-wildcard"]) { _ in true },
    Cause(codes: ["wildcard-matches-deeper"]) { $0.ingress?.status == 404 },
    Cause(codes: ["canary-cookie-repeated"]) { $0.request.repeatsCookie },
    Cause(codes: ["canary-session-not-carried-over"]) { $0.request.stickyCookieFrom != nil },
    Cause(codes: ["annotation-not-carried-over", "configmap-key-not-carried-over"]) { _ in true },
    Cause(codes: ["pattern-not-portable", "canary-pattern-not-portable"]) { _ in true },
    Cause(codes: ["path-encoded"]) { _ in true },
    Cause(codes: ["configuration-refused"]) { _ in true },
  ]
}

extension TraceAnswer {
  /// The status that the proxy answers itself; nil where it does not.
  fileprivate var status: Int? {
    guard case .answered(let status, _) = outcome else { return nil }
    return status
  }

  fileprivate var isFailure: Bool {
    guard case .failed = outcome else { return false }
    return true
  }
}

extension Traced {
  fileprivate var hasNoListener: Bool { gateway?.isFailure ?? false }

  /// An unknown name, or one of the paths that ingress-nginx answers for unknown names.
  fileprivate var isOfDefaultServer: Bool {
    let isOwnPath = ["/healthz", "/nginx_status"].contains { request.target.hasPrefix($0) }
    return isOwnPath || (hasNoListener && ingress?.status == 404)
  }

  fileprivate func redirects(with status: Int) -> Bool {
    ingress?.status == status && gateway?.status == status
  }
}

extension RequestProbe {
  /// Paths that the two proxies normalise differently.
  fileprivate var hasUnusualPath: Bool {
    let path = target.prefix { $0 != "?" }
    let elements = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    return path.contains { "%\\#\"<>^`{|} ".contains($0) || !$0.isASCII }
      || elements.dropLast().contains("") || elements.contains(".") || elements.contains("..")
  }

  fileprivate var endsWithDot: Bool {
    host.prefix { $0 != ":" }.hasSuffix(".")
  }

  /// The same cookie name stands twice in the Cookie headers.
  fileprivate var repeatsCookie: Bool {
    let lines = headers.filter { $0.name.lowercased() == "cookie" }.compactMap(\.value)
    let names = lines.flatMap { $0.split { $0 == ";" || $0 == "," } }
      .map { $0.prefix { $0 != "=" }.trimmingPrefix(" ").lowercased() }
    return Set(names).count < names.count
  }
}
