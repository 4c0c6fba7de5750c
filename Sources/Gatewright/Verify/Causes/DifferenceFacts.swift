import Routing
import Verification

/// What a cause is told of a difference.
struct DifferenceFacts {
  let request: Request
  let before: Answer
  let after: Answer
  let host: HostClass?
  let routeBefore: Route?
  let routeAfter: Route?
  /// What ingress-nginx would answer with paths in the form of `--style`; nil where they have it.
  var styled: Answer? = nil

  /// In what the answers differ because of the form of the paths: nginx itself would answer so.
  var byStyle: Set<Aspect> {
    guard let styled else { return [] }
    return before.disagreement(with: styled).subtracting(styled.disagreement(with: after))
  }

  var statuses: (before: Int?, after: Int?) { (before.ownStatus, after.ownStatus) }

  /// The new routes have no listener for the name, or none with a certificate.
  var hasNoListener: Bool { after.isFailure }

  /// An unknown name, or one of the paths that ingress-nginx answers for unknown names.
  var isOfDefaultServer: Bool {
    let isOwnPath = ["/healthz", "/nginx_status"].contains { request.target.hasPrefix($0) }
    return isOwnPath || host?.kind == .unknown || (hasNoListener && before.ownStatus == 404)
  }

  /// Whether an authentication service decides about the route of ingress-nginx.
  var asksService: Bool {
    routeBefore?.behaviours.contains { behaviour in
      guard case .access(let access) = behaviour else { return false }
      return access.external != nil
    } ?? true
  }

  /// Whether ingress-nginx would show a page in place of the status that the gateway answers.
  var hasPageForStatusAfter: Bool {
    guard let status = statuses.after else { return false }
    return routeBefore?.behaviours.contains { behaviour in
      guard case .errorPages(let pages) = behaviour else { return false }
      return pages.statuses.contains(status)
    } ?? false
  }

  /// Whether ingress-nginx sends a client to sign in whom the authentication service refuses.
  var sendsToSignIn: Bool {
    statuses.before == 302 && request.world.authentication.values.contains { $0.status == 401 }
  }

  /// Whether the route of ingress-nginx has lists of client addresses.
  var looksAtAddresses: Bool {
    routeBefore?.behaviours.contains { behaviour in
      guard case .access(let access) = behaviour else { return false }
      return access.addresses != AddressRule()
    } ?? true
  }

  /// Whether ingress-nginx sends the request to a backend.
  var reachesBackend: Bool { before.ownStatus == nil }

  func redirects(with statuses: Int...) -> Bool {
    statuses.contains { $0 == before.ownStatus && $0 == after.ownStatus }
  }

  /// The locations of both redirects; nil where one is none.
  var locations: (before: String, after: String)? {
    guard case .answered(_, let before?) = before.outcome,
      case .answered(_, let after?) = after.outcome
    else { return nil }
    return (before, after)
  }

  /// The same cookie name stands twice in the Cookie headers.
  var repeatsCookie: Bool {
    let lines = request.headers.filter { $0.name.lowercased() == "cookie" }.map(\.value)
    let names = lines.flatMap { $0.split { $0 == ";" || $0 == "," } }
      .map { $0.prefix { $0 != "=" }.filter { $0 != " " }.lowercased() }
    return Set(names).count < names.count
  }

  /// Headers of one answer that the other has not, by lower-case names.
  var differingResponseHeaders: Set<String> {
    func lines(_ answer: Answer) -> Set<Header> {
      Set(answer.responseHeaders.map { Header($0.name.lowercased(), $0.value) })
    }
    return Set(lines(before).symmetricDifference(lines(after)).map(\.name))
  }

  /// Paths that the two proxies normalise differently.
  var hasUnusualPath: Bool {
    let path = request.target.prefix { $0 != "?" }
    let elements = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    return path.contains { "%\\#\"<>^`{|} ".contains($0) || !$0.isASCII }
      || elements.dropLast().contains("") || elements.contains(".") || elements.contains("..")
  }

  /// Whether both answers hang on how many requests of a client are let in, and on the same beside.
  var differsOnlyInLimits: Bool {
    before.conditionsBesideLimits == after.conditionsBesideLimits
      && after.conditionsBesideLimits != after.conditions
  }

  var endsWithDot: Bool { request.host.prefix { $0 != ":" }.hasSuffix(".") }
}

extension Answer {
  /// The status that the proxy answers itself; nil where it does not.
  var ownStatus: Int? {
    switch outcome {
    case .answered(let status, _): return status
    case .forwarded(let shares):
      guard shares.count == 1, case .status(let status)? = shares.first?.receiver else {
        return nil
      }
      return status
    case .failed: return nil
    }
  }

  fileprivate var isFailure: Bool {
    guard case .failed = outcome else { return false }
    return true
  }
}

extension Answer {
  /// The conditions without those on the number of requests.
  fileprivate var conditionsBesideLimits: [String] {
    conditions.filter { !$0.hasPrefix("at most ") }
  }
}

extension Answer {
  /// Whether the proxy answers a part of the requests itself.
  var answersPart: Bool {
    guard case .forwarded(let shares) = outcome else { return false }
    return shares.contains { share in
      guard case .status = share.receiver else { return false }
      return true
    }
  }
}

extension HostClass {
  /// Several labels stand for the star of a wildcard.
  var isDeeper: Bool {
    guard case .severalLabels = kind else { return false }
    return true
  }
}
