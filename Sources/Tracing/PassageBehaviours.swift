import Routing

extension Passage {
  /// Applies one behaviour; an answer ends the way here.
  mutating func meet(_ behaviour: Behaviour, of route: Route) -> Answer? {
    switch behaviour {
    case .cors(let cors): return meet(cors, of: route)
    case .redirect(let redirect): return follow(redirect, of: route)
    case .secureRedirect(let redirect):
      return received.client.scheme == .http ? follow(redirect, of: route) : nil
    case .rewritePath(let rewrite): return rewritePath(rewrite, of: route)
    case .rewriteHost(let host): sendHost(host)
    case .refuse(let status, let conditions): return refuse(status, conditions, of: route)
    case .clientCertificate(let check): return self.check(check, of: route)
    case .noTime: return answered(504, Step("the backend is given no time: 504", route.origin))
    case .bodyLimit(let limit): return check(bodyLimit: limit, of: route)
    case .access(let access): return check(access, of: route)
    case .rateLimit(let limit): self.limit(limit, of: route)
    case .snippet(let snippet): return run(snippet, of: route)
    case .mirror(let mirror): copy(to: mirror)
    case .upstreamProtocol(let spoken): speak(spoken)
    case .responseRewrite(let rewrite): responseRewrite = rewrite
    case .requestHeaders(let change): changeUpstream(change)
    case .forwardedPrefix(let prefix): tell(prefix: prefix)
    case .responseHeaders(let change): changeResponse(change)
    case .sessionCookie(let cookie): sessionCookie = cookie
    case .errorPages, .signIn: break
    case .depends(let text):
      conditions.append(text)
      steps.append(Step("depends on \(text)", route.origin))
    }
    return nil
  }

  func follow(_ redirect: Redirect, of route: Route) -> Answer {
    let location = Location(withVariables(redirect), received, route.path).text
    let step = Step("redirects with \(redirect.status) to \(location)", route.origin)
    return answered(redirect.status, location: location, step)
  }

  /// nginx fills variables into an address that is written out; one that is not known here stays.
  private func withVariables(_ redirect: Redirect) -> Redirect {
    guard received.reading.proxy == .nginx else { return redirect }
    var redirect = redirect
    switch redirect.target {
    case .literal(let text): redirect.target = .literal(filled(text) ?? text)
    case .parts(var parts):
      guard case .full(let text) = parts.path, !parts.keepsQuery else { return redirect }
      parts.path = .full(filled(text) ?? text)
      redirect.target = .parts(parts)
    }
    return redirect
  }

  private mutating func sendHost(_ host: String) {
    switch received.reading.proxy {
    case .nginx: upstreamHost = filled(host) ?? host
    case .envoy: upstreamHost = host
    }
  }

  private func refuse(_ status: Int, _ conditions: [Condition], of route: Route) -> Answer? {
    guard received.fits(conditions) else { return nil }
    let reason = conditions.map(StepText.text).joined(separator: " and ")
    return answered(
      status, Step(reason.isEmpty ? "refuses: \(status)" : "\(reason): \(status)", route.origin))
  }

  private mutating func meet(_ cors: CORS, of route: Route) -> Answer? {
    let response = CORSResponse(cors, received)
    responseHeaders += response.headers
    guard response.isPreflight else { return nil }
    let status = cors.preflightStatus
    return answered(status, Step("CORS preflight answered with \(status)", route.origin))
  }
}
