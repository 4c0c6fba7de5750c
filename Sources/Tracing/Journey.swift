import Routing

/// A request's way through one listener: host, route, behaviours, destination.
struct Journey {
  let received: ReceivedRequest
  let open: OpenListener
  let connections: Connections

  func answer() -> Answer {
    answer(at: open.host(for: received.hostName))
  }

  /// The answer of one host of the listener; nil where none has the name.
  func answer(at host: Host?) -> Answer {
    let proxy = received.reading.proxy
    var passage = Passage(received, listener: open.listener)
    passage.steps.append(StepText.listener(open.listener, proxy))
    if open.listener.expectsProxyProtocol {
      passage.steps.append(Step("begins with the PROXY protocol", open.listener.origin))
    }
    passage.depend(on: open.listener.conditions, open.listener.origin)
    let route = host?.routes.first(where: takes)
    if let demand = open.listener.clientCertificates,
      let answer = passage.meet(demand, of: open.listener)
    {
      return passage.handedOn(answer, by: route)
    }
    let authorization = open.authorization(for: received.authority)
    if let answer = passage.meet(authorization, of: open.listener, before: route) {
      return passage.handedOn(answer, by: route)
    }
    guard let host else {
      passage.responseHeaders = []
      return Failure.noHost(received.hostName, passage)
    }
    passage.steps.append(StepText.host(host, proxy))
    if let answer = passage.meetServer(host) { return answer }
    guard let route else {
      return passage.answered(404, Step(StepText.noRoute(proxy), host.origin))
    }
    passage.steps.append(StepText.route(route, proxy))
    if route.isServerLevel {
      passage.responseHeaders = Array(
        passage.responseHeaders.dropFirst(passage.listenerHeaderCount))
    }
    return passage.end(at: route, connections).withErrorPages(of: route, received)
  }

  private func takes(_ route: Route) -> Bool {
    route.path.fits(received.target.path, received.expressions) && received.fits(route.conditions)
  }
}

extension Passage {
  /// Goes through what the server does before it chooses a route, without the listener's headers.
  mutating func meetServer(_ host: Host) -> Answer? {
    guard !host.behaviours.isEmpty else { return nil }
    let headers = responseHeaders
    responseHeaders = []
    listenerHeaderCount = 0
    let server = Route(path: .prefix("/"), destination: .respond(status: 404), origin: host.origin)
    for behaviour in host.behaviours {
      if let answer = meet(behaviour, of: server) { return answer }
    }
    responseHeaders = headers + responseHeaders
    listenerHeaderCount = headers.count
    return nil
  }

  /// Goes through the behaviours of a route in their order and then to its destination.
  mutating func end(at route: Route, _ connections: Connections) -> Answer {
    for behaviour in route.behaviours {
      if let answer = meet(behaviour, of: route) { return answer }
    }
    if let answer = checkAddressLines(of: route) { return answer }
    switch route.destination {
    case .forward(let choice): return end(with: choice, connections, of: route)
    case .redirect(let redirect): return follow(redirect, of: route)
    case .respond(let status): return answered(status, Step("answers \(status)", route.origin))
    }
  }

  private mutating func end(
    with choice: Choice, _ connections: Connections, of route: Route
  ) -> Answer {
    let branch = choice.branches.first { received.fits($0.conditions) }
    let origin = choice.canary?.origin ?? route.origin
    if let branch { steps.append(StepText.branch(branch, origin)) }
    let proxy = received.reading.proxy
    let shares = Shares(branch?.pool ?? choice.otherwise, proxy).fractions
    let fractions = limited(connect(shares, connections, of: route))
    guard let first = fractions.first else {
      let status = proxy == .nginx ? 503 : 500
      return answered(status, Step("no backend has any weight: \(status)", route.origin))
    }
    if fractions.count == 1, case .status(let status) = first.receiver {
      return answered(status, Step("no backend is ready: \(status)", route.origin))
    }
    return forwarded(to: fractions, fractions.map { StepText.share($0, proxy, route.origin) })
  }
}
