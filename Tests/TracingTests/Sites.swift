import Routing
import Tracing

/// Small sites to send requests to.
enum Sites {
  static func nginx(_ hosts: [Host], responseHeaders: [Header] = []) -> Site {
    let secure = CertificateTable(
      entries: [
        .init(serverName: .exact("tls.test"), secret: "default/tls"),
        .init(serverName: .oneLabel(domain: "wild.test"), secret: "default/wild"),
      ], fallback: "default")
    return Site(
      reading: .ingressNGINX,
      listeners: [
        Listener(name: "http", port: 80, transport: .http, hosts: hosts),
        Listener(
          name: "https", port: 443, transport: .https(secure), hosts: hosts,
          responseHeaders: responseHeaders),
      ])
  }

  static func envoy(
    _ hosts: [Host], slashes: RequestReading.Slashes = .kept, port: Int = 80
  ) -> Site {
    let reading = RequestReading(proxy: .envoy, slashes: slashes, dropsUnderscoreHeaders: false)
    return Site(
      reading: reading,
      listeners: [Listener(name: "http", port: port, transport: .http, hosts: hosts)])
  }

  /// One host with these routes.
  static func host(_ routes: [Route], _ pattern: HostPattern = .exact("a.test")) -> Host {
    Host(pattern: pattern, routes: routes)
  }

  /// A route to a backend of this name.
  static func route(
    _ path: PathMatch, to name: String = "app", _ behaviours: [Behaviour] = [],
    when conditions: [Condition] = []
  ) -> Route {
    Route(
      path: path, conditions: conditions, behaviours: behaviours,
      destination: .forward(Choice(otherwise: Pool(backend(name)))))
  }

  /// What nginx answers where `/` of the host leads to `app` and does this.
  static func answer(_ behaviours: [Behaviour], to request: Request = Request(host: "a.test"))
    -> Answer
  {
    Answering(nginx([host([route(.prefix("/"), behaviours)])])).answer(to: request)
  }

  static func backend(_ name: String, _ state: Backend.State = .ready) -> Backend {
    Backend(namespace: "app", name: name, port: 80, state: state)
  }
}

extension Answer {
  /// The answer in one line: backend and path, status and Location, or the failure.
  var line: String {
    switch outcome {
    case .forwarded(let fractions):
      let names = fractions.map { fraction in
        let part = fraction.denominator == 1 ? "" : "*\(fraction.numerator)/\(fraction.denominator)"
        switch fraction.receiver {
        case .backend(let backend): return backend.name + part
        case .status(let status): return "\(status)" + part
        }
      }
      return names.joined(separator: " ") + " " + (upstreamPath ?? "-")
    case .answered(let status, let location):
      return location.map { "\(status) \($0)" } ?? "\(status)"
    case .failed(let reason): return reason
    }
  }
}
