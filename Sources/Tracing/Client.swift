import Routing

/// Who the client is, as far as the proxy believes it (`lua_ingress.lua`, nginx's realip module).
struct Client {
  let address: String
  let scheme: Request.Scheme
  /// The host of the address that the client asked for, with a port when one was sent.
  let host: String
  /// The port that the client connected to.
  let port: String

  init(_ request: Request, _ headers: RequestHeaders, _ reading: RequestReading, host: String) {
    let port = ReceivedRequest.port(of: request)
    guard reading.proxy == .nginx, let forwarding = reading.forwarding else {
      (address, scheme) = (request.clientAddress, request.scheme)
      (self.host, self.port) = (host, String(port))
      return
    }
    address = Self.address(request, headers, forwarding)
    guard forwarding.believesScheme else {
      (scheme, self.host, self.port) = (request.scheme, host, String(port))
      return
    }
    let sentScheme = headers.value(of: "x-forwarded-proto")
    scheme = sentScheme.map { $0 == "https" ? .https : .http } ?? request.scheme
    self.port = headers.value(of: "x-forwarded-port") ?? String(port)
    let hosts = headers.value(of: forwarding.hostHeader)?.split(separator: ",").first
    self.host = hosts.map { String($0.filter { $0 != " " }) } ?? host
  }

  /// The right-most address that is not trusted, or the left-most (`real_ip_recursive on`).
  private static func address(
    _ request: Request, _ headers: RequestHeaders, _ forwarding: Forwarding
  ) -> String {
    let trusted = forwarding.trusted.compactMap { AddressRange($0) }
    func isTrusted(_ text: String) -> Bool {
      trusted.contains { $0.contains(AddressBytes(text)) }
    }
    var address = request.clientAddress
    let sent = headers.value(of: forwarding.addressHeader) ?? ""
    for entry in sent.split(separator: ",").reversed() {
      let next = String(entry.filter { $0 != " " })
      guard isTrusted(address), AddressBytes(next) != nil else { break }
      address = next
    }
    return address
  }
}

extension ReceivedRequest {
  /// The headers about the client that nginx sets on every request to a backend (`nginx.tmpl`), and
  /// those of the client that it passes on.
  var clientHeaders: [Header] {
    guard reading.proxy == .nginx else { return [] }
    var lines = [
      Header("x-real-ip", client.address), Header("x-forwarded-for", forwardedFor),
      Header("x-forwarded-host", client.host), Header("x-forwarded-port", client.port),
      Header("x-forwarded-proto", client.scheme.rawValue),
      Header("x-forwarded-scheme", client.scheme.rawValue),
      Header("x-scheme", client.scheme.rawValue),
    ]
    if reading.addsOriginalURI { lines.append(Header("x-original-uri", request.target)) }
    if let sent = headers.value(of: "x-forwarded-for") {
      lines.append(Header("x-original-forwarded-for", sent))
    }
    if let sent = headers.value(of: "x-forwarded-host") {
      lines.append(Header("x-original-forwarded-host", sent))
    }
    return lines
      + headers.passedOn.filter { header in
        !lines.contains { $0.name == header.name }
      }
  }

  private var forwardedFor: String {
    guard let forwarding = reading.forwarding, forwarding.addsToAddresses,
      let sent = headers.value(of: forwarding.addressHeader)
    else { return client.address }
    return "\(sent), \(request.clientAddress)"
  }
}
