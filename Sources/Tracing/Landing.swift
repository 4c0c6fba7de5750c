package import Routing

/// Where requests of one host and scheme land in a site: a listener and one of its hosts.
package struct Landing: Sendable {
  /// Which of some routes takes a request.
  package struct Decision: Hashable, Sendable {
    /// The place of the route in the host's list; nil where none takes the request.
    package var route: Int?
    /// The place of the branch in the route's choice; nil for the plain shares.
    package var branch: Int?

    package init(route: Int? = nil, branch: Int? = nil) {
      self.route = route
      self.branch = branch
    }
  }

  /// A request after the proxy has read it.
  package struct Received {
    let request: ReceivedRequest
  }

  let open: OpenListener
  package let host: Host
  /// Who may use the listener, as far as the host is concerned.
  package let authorization: Authorization
  let reading: RequestReading
  let expressions: Expressions
  let connections: Connections
  let certificate: String?

  /// Which certificate clients have to show; nil where none is asked for.
  package var demand: ClientCertificateDemand? { open.listener.clientCertificates }

  /// A request as the proxy reads it; nil where it is refused before any route is looked at.
  package func received(_ request: Request) -> Received? {
    (try? ReceivedRequest(request, reading, expressions)).map { Received(request: $0) }
  }

  /// Which of the named routes decides a request.
  ///
  /// The routes, by their places in the host's list, have to be all that take the request's path.
  package func decision(on received: Received, among routes: [Int]) -> Decision {
    let request = received.request
    let taking = routes.first { request.fits(host.routes[$0].conditions) }
    guard let taking, case .forward(let choice) = host.routes[taking].destination else {
      return Decision(route: taking)
    }
    let branch = choice.branches.firstIndex { request.fits($0.conditions) }
    return Decision(route: taking, branch: branch)
  }

  /// The answer to a request, which may also be refused before any route is looked at.
  package func answer(to request: Request, by decision: Decision) -> Answer {
    do {
      let received = try ReceivedRequest(request, reading, expressions)
      return answer(to: Received(request: received), by: decision)
    } catch {
      return Failure.refused(error)
    }
  }

  /// The answer to a request that the decided route takes, and no route where there is none.
  package func answer(to received: Received, by decision: Decision) -> Answer {
    let shown = received.request.request.clientCertificate
    if let demand = demand, !demand.admits(shown) {
      return Failure.refusedCertificate(shown, open.listener)
    }
    var host = host
    host.routes = decision.route.map { [self.host.routes[$0]] } ?? []
    var answer = Journey(
      received: received.request, open: open, connections: connections
    ).answer(at: host)
    answer.certificate = certificate
    return answer
  }

  /// Whether a route takes a normalised path, conditions aside.
  package func takes(_ path: [UInt8], _ route: Int) -> Bool {
    host.routes[route].path.fits(path, expressions)
  }
}

extension Answering {
  /// Where requests to a host name land; nil where no host, listener or certificate takes them.
  package func landing(of name: String, _ scheme: Request.Scheme) -> Landing? {
    let port = ReceivedRequest.port(of: Request(scheme: scheme, host: name))
    guard let port = ports[port], port.speaks(scheme), let open = port.listener(for: name, scheme),
      !(scheme == .https && open.refusesTLS(for: name)), let host = open.host(for: name)
    else { return nil }
    if case .passthrough = open.listener.transport { return nil }
    return Landing(
      open: open, host: host, authorization: open.authorization(for: name), reading: reading,
      expressions: expressions, connections: connections,
      certificate: scheme == .https ? open.certificate(for: name) : nil)
  }
}
