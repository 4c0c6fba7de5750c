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
  /// challenge and the CORS headers alone.
  func signIn(
    _ service: ExternalAuthentication, after refused: Answer, of route: Route
  ) -> Answer {
    var answer = refused
    let location = signinLocation(service)
    answer.outcome = .answered(status: 302, location: location)
    answer.responseHeaders.removeAll { header in
      !header.name.hasPrefix("access-control-") && header.name != "www-authenticate"
    }
    answer.steps.append(Step("sends to sign in at \(location): 302", route.origin))
    return answer
  }

  /// The sign-in address with the address asked for, unless it names one (`buildAuthSignURL`).
  private func signinLocation(_ service: ExternalAuthentication) -> String {
    let signin = service.signin
    let parameter = service.signinParameter
    let query = signin.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    let names = query.split(separator: "&").map { $0.prefix { $0 != "=" } }
    if names.contains(parameter[...]) { return signin }
    let sent = Array(received.request.target.utf8)
    let target = String(decoding: PercentEncoding.component(sent), as: UTF8.self)
    let scheme = received.client.scheme.rawValue
    let separator = query.isEmpty ? "?" : "&"
    return "\(signin)\(separator)\(parameter)=\(scheme)://\(received.request.host)\(target)"
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
