import Routing

/// A request after the proxy has read it and before any route is tried.
struct ReceivedRequest {
  let request: Request
  let reading: RequestReading
  let expressions: Expressions
  let target: RequestTarget
  let headers: RequestHeaders
  /// The Host header as it travels on: the one sent, or for Envoy an absolute target's authority.
  let authority: String
  /// The host name that hosts are compared with.
  let hostName: String
  let client: Client

  /// Reads a request, or tells why the proxy answers 400.
  init(
    _ request: Request, _ reading: RequestReading, _ expressions: Expressions
  ) throws(Refusal) {
    self.request = request
    self.reading = reading
    self.expressions = expressions
    try Self.checkMethod(request.method, reading.proxy)
    target = try RequestTarget(request.target, reading: reading)
    headers = RequestHeaders(request, reading)
    let routed = target.authority ?? request.host
    hostName = try HostName.normalise(routed, reading.proxy)
    switch reading.proxy {
    case .nginx: authority = request.host
    case .envoy: authority = routed
    }
    client = Client(request, headers, reading, host: authority)
    try Self.checkServed(request.method, reading.proxy)
  }

  /// The Host header on the way to a backend, unless a route changes it.
  var upstreamHost: String { client.host }

  /// The port that the client connected to.
  static func port(of request: Request) -> Int {
    switch request.scheme {
    case .http: request.port ?? 80
    case .https: request.port ?? 443
    }
  }

  /// The TLS server name: the one given, else the host without port and final dot.
  static func serverName(of request: Request) -> String {
    if let name = request.serverName { return ASCII.lower(name) }
    let host = ASCII.lower(HostName.withoutPort(request.host))
    return host.hasSuffix(".") ? String(host.dropLast()) : host
  }

  /// nginx reads these methods and then serves neither (`ngx_http_process_request_header`).
  private static func checkServed(
    _ method: String, _ proxy: RequestReading.Proxy
  ) throws(Refusal) {
    guard proxy == .nginx, method == "TRACE" || method == "CONNECT" else { return }
    throw Refusal(reason: "nginx serves no \(method)", status: 405)
  }

  /// nginx takes any capital word, Envoy's parser a fixed list.
  private static func checkMethod(
    _ method: String, _ proxy: RequestReading.Proxy
  ) throws(Refusal) {
    let isKnown =
      switch proxy {
      case .nginx:
        !method.isEmpty
          && method.utf8.allSatisfy {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || "_-".utf8.contains($0)
          }
      case .envoy: HTTPMethods.known.contains(method)
      }
    if !isKnown { throw Refusal(reason: "unknown method \(method)") }
  }
}
