import Routing

extension Passage {
  /// nginx's `auth_request`: 2xx lets in, 401 and 403 are passed on, everything else is 500.
  mutating func verdict(_ service: ExternalAuthentication, of route: Route) -> AccessVerdict {
    if let address = AskedAddress(url: service.url) { ask(address, of: route.origin) }
    guard let known = received.request.world.answer(of: service.url) else {
      for name in service.responseHeaders {
        upstreamHeaders.replace(Header(name.lowercased(), "(as \(service.url) answers)"))
      }
      return .assumed("the consent of \(service.url)")
    }
    let origin = route.origin
    steps.append(Step("\(service.url) answers \(known.status)", origin))
    switch known.status {
    case 200...299:
      takeOver(service.responseHeaders, from: known)
      return .passed
    case 401: return .refused(unauthorized(known, of: route))
    case 403: return .refused(answered(403, Step("the service refuses: 403", origin)))
    case _: return .refused(answered(500, Step("the service is of no use: 500", origin)))
    }
  }

  /// Notes where a service is asked.
  mutating func ask(_ address: AskedAddress, of origin: Origin) {
    questions.append(address)
    steps.append(Step("asks \(address)", origin))
  }

  /// Headers that the service did not send are taken off the request.
  private mutating func takeOver(_ names: [String], from answer: WorldAnswer) {
    for name in names {
      if let value = answer.headers.value(of: name) {
        upstreamHeaders.replace(Header(name.lowercased(), value))
      } else {
        removedUpstreamHeaders.append(name.lowercased())
      }
    }
  }

  private func unauthorized(_ known: WorldAnswer, of route: Route) -> Answer {
    var answer = answered(401, Step("the service asks for credentials: 401", route.origin))
    if let challenge = known.headers.value(of: "www-authenticate") {
      answer.responseHeaders.append(Header("www-authenticate", challenge))
    }
    return answer
  }

  /// The redirect to the sign-in address, which is made in a location of its own: it has the
  /// challenge, the service's cookies and the CORS headers alone.
  func signIn(_ service: ExternalAuthentication, after refused: Answer, of route: Route) -> Answer {
    guard let page = service.signInPage else { return refused }
    var answer = refused
    answer.responseHeaders.removeAll { header in
      !header.name.hasPrefix("access-control-") && header.name != "www-authenticate"
    }
    let known = received.request.world.answer(of: service.url)?.headers ?? []
    answer.responseHeaders += known.filter { ASCII.lower($0.name) == "set-cookie" }
      .map { Header("set-cookie", $0.value) }
    return sent(answer, to: page, of: route)
  }

  /// What is answered in front of the routes, as the route that would take the request hands it on.
  func handedOn(_ refused: Answer, by route: Route?) -> Answer {
    guard let route else { return refused }
    guard case .answered(401, _) = refused.outcome, let page = route.signIn else {
      return refused.withErrorPages(of: route, received)
    }
    return sent(refused, to: page, of: route)
  }

  private func sent(_ refused: Answer, to page: SignIn, of route: Route) -> Answer {
    var answer = refused
    let location = filled(page.address) ?? page.address
    answer.outcome = .answered(status: 302, location: location)
    answer.steps.append(Step("sends to sign in at \(location): 302", route.origin))
    return answer
  }
}

extension Route {
  fileprivate var signIn: SignIn? {
    for case .signIn(let page) in behaviours { return page }
    return nil
  }
}

extension World {
  /// What an authentication service answers: as told, or as its own address says where it is one
  /// of the `/status/200` kind, which test services like httpbin have.
  func answer(of url: String) -> WorldAnswer? {
    if let told = authentication[url] { return told }
    let path = url.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
    guard path.count == 2, path.first == "status", let status = path.last.flatMap({ Int($0) }),
      (100...599).contains(status)
    else { return nil }
    return WorldAnswer(status: status)
  }
}
