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

  let open: OpenListener
  package let host: Host
  let reading: RequestReading
  let expressions: Expressions
  let certificate: String?

  /// Which of the named routes decides a request; nil where the request is refused before.
  ///
  /// The routes, by their places in the host's list, have to be all that take the request's path.
  package func decision(on request: Request, among routes: [Int]) -> Decision? {
    guard let received = try? ReceivedRequest(request, reading, expressions) else { return nil }
    let taking = routes.first { received.fits(host.routes[$0].conditions) }
    guard let taking, case .forward(let choice) = host.routes[taking].destination else {
      return Decision(route: taking)
    }
    let branch = choice.branches.firstIndex { received.fits($0.conditions) }
    return Decision(route: taking, branch: branch)
  }

  /// The answer to a request that only the named routes can take.
  package func answer(to request: Request, among routes: [Int]) -> Answer {
    do {
      let received = try ReceivedRequest(request, reading, expressions)
      var host = host
      host.routes = routes.map { self.host.routes[$0] }
      var answer = Journey(received: received, open: open).answer(at: host)
      answer.certificate = certificate
      return answer
    } catch {
      return Failure.refused(error)
    }
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
      open: open, host: host, reading: reading, expressions: expressions,
      certificate: scheme == .https ? open.certificate(for: name) : nil)
  }
}
