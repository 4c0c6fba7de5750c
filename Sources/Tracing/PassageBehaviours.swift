import Routing

extension Passage {
  /// Applies one behaviour; an answer ends the way here.
  mutating func meet(_ behaviour: Behaviour, of route: Route) -> Answer? {
    switch behaviour {
    case .cors(let cors): return meet(cors, of: route)
    case .redirect(let redirect): return follow(redirect, of: route)
    case .secureRedirect(let redirect):
      return received.request.scheme == .http ? follow(redirect, of: route) : nil
    case .rewritePath(let rewrite): return rewritePath(rewrite, of: route)
    case .rewriteHost(let host): upstreamHost = host
    case .access(let rule): return check(rule, of: route)
    case .requestHeaders(let change): changeUpstream(change)
    case .responseHeaders(let change): changeResponse(change)
    case .sessionCookie(let cookie): sessionCookie = cookie
    case .errorPages: break
    case .depends(let text):
      conditions.append(text)
      steps.append(Step("depends on \(text)", route.origin))
    }
    return nil
  }

  func follow(_ redirect: Redirect, of route: Route) -> Answer {
    let location = Location(redirect, received, route.path).text
    let step = Step("redirects with \(redirect.status) to \(location)", route.origin)
    return answered(redirect.status, location: location, step)
  }

  private func check(_ rule: AddressRule, of route: Route) -> Answer? {
    let address = received.request.clientAddress
    guard !rule.admits(address) else { return nil }
    return answered(403, Step("client address \(address) is not let in: 403", route.origin))
  }

  private mutating func meet(_ cors: CORS, of route: Route) -> Answer? {
    let response = CORSResponse(cors, received)
    responseHeaders += response.headers
    guard response.isPreflight else { return nil }
    let status = cors.preflightStatus
    return answered(status, Step("CORS preflight answered with \(status)", route.origin))
  }
}
