package import Routing

/// Answers requests as a site would; hosts are indexed and patterns compiled once.
package struct Answering: Sendable {
  let reading: RequestReading
  let expressions: Expressions
  let ports: [Int: Port]
  let connections: Connections

  /// Arranges a site for look-up.
  package init(_ site: Site) {
    reading = site.reading
    expressions = Expressions(site)
    connections = Connections(site.upstreams)
    ports = Dictionary(grouping: site.listeners, by: \.port).mapValues(Port.init)
  }

  /// What the site does with a request, and why.
  package func answer(to request: Request) -> Answer {
    let number = ReceivedRequest.port(of: request)
    guard let port = ports[number] else { return Failure.noListener(number) }
    guard port.speaks(request.scheme) else {
      return Failure.wrongScheme(request.scheme, number, reading.proxy)
    }
    switch request.scheme {
    case .http: return answerPlain(request, port)
    case .https: return answerSecure(request, port)
    }
  }

  private func answerPlain(_ request: Request, _ port: Port) -> Answer {
    do {
      let received = try ReceivedRequest(request, reading, expressions)
      guard let open = port.listener(for: received.hostName, .http) else {
        return Failure.noHost(received.hostName, Passage(received, listener: nil))
      }
      return Journey(received: received, open: open, connections: connections).answer()
    } catch {
      return Failure.refused(error)
    }
  }

  private func answerSecure(_ request: Request, _ port: Port) -> Answer {
    let serverName = ReceivedRequest.serverName(of: request)
    guard let open = port.listener(for: serverName, .https), !open.refusesTLS(for: serverName)
    else {
      return Failure.unknownServerName(serverName)
    }
    if let demand = open.listener.clientCertificates, !demand.admits(request.clientCertificate) {
      return Failure.refusedCertificate(request.clientCertificate, open.listener)
    }
    var answer = answerInside(request, open)
    answer.certificate = open.certificate(for: serverName)
    return answer
  }

  private func answerInside(_ request: Request, _ open: OpenListener) -> Answer {
    if case .passthrough(let backend) = open.listener.transport {
      let received = try? ReceivedRequest(request, reading, expressions)
      return received.flatMap { Passthrough.refusal($0, open.listener) }
        ?? Passthrough.answer(to: request, open.listener, backend, reading.proxy)
    }
    do {
      let received = try ReceivedRequest(request, reading, expressions)
      return Journey(received: received, open: open, connections: connections).answer()
    } catch {
      return Failure.refused(error)
    }
  }
}
