import Foundation
package import Routing

/// One request and what the real proxy answered.
package struct RecordedProbe: Decodable {
  package var request: RecordedRequest
  package var answer: RecordedAnswer
}

/// A request as recorded.
package struct RecordedRequest: Decodable {
  var method: String
  var scheme: String
  var host: String
  var target: String
  var headers: [[String]]
  var port: Int?
  var sni: String?
  var hasServerName = false
  var clientAddress: String?
  var bodyLength: Int?
  package var stickyCookieFrom: String?
  package var gateway: String?

  enum CodingKeys: String, CodingKey {
    case method, scheme, host, target, headers, port, sni, clientAddress, bodyLength
    case stickyCookieFrom, gateway
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    method = try values.decode(String.self, forKey: .method)
    scheme = try values.decode(String.self, forKey: .scheme)
    host = try values.decode(String.self, forKey: .host)
    target = try values.decode(String.self, forKey: .target)
    headers = try values.decode([[String]].self, forKey: .headers)
    port = try values.decodeIfPresent(Int.self, forKey: .port)
    hasServerName = values.contains(.sni)
    sni = try values.decodeIfPresent(String.self, forKey: .sni)
    clientAddress = try values.decodeIfPresent(String.self, forKey: .clientAddress)
    bodyLength = try values.decodeIfPresent(Int.self, forKey: .bodyLength)
    stickyCookieFrom = try values.decodeIfPresent(String.self, forKey: .stickyCookieFrom)
    gateway = try values.decodeIfPresent(String.self, forKey: .gateway)
  }

  /// Whether one of these headers steers the echo servers.
  package var steersBackend: Bool {
    headers.contains { $0.first?.lowercased().hasPrefix("x-test-") ?? false }
  }

  /// The request for a model; `client` is who sends it where the record does not say.
  package func routed(client: String) -> Request {
    Request(
      method: method, scheme: Request.Scheme(rawValue: scheme) ?? .http, host: host,
      target: target, headers: headers.map { Header($0[0], $0[1]) }, port: port,
      serverName: hasServerName ? (sni ?? "") : nil, clientAddress: clientAddress ?? client,
      bodyLength: bodyLength ?? 0, sessionOf: stickyCookieFrom, world: world)
  }

  /// What the echo servers and the authentication service were made to answer.
  private var world: World {
    var backend = WorldAnswer(status: 200)
    for header in headers where header.count == 2 {
      switch header[0].lowercased() {
      case "x-test-status": backend.status = Int(header[1]) ?? 200
      case "x-test-location": backend.headers.append(Header("location", header[1]))
      case "x-test-set-cookie": backend.headers.append(Header("set-cookie", header[1]))
      case "x-test-header":
        let parts = header[1].split(separator: ":", maxSplits: 1)
        backend.headers.append(
          Header(String(parts[0]), String(parts[1].drop { $0 == " " })))
      default: break
      }
    }
    return World(
      backend: steersBackend ? backend : nil, authentication: Self.authenticationService)
  }

  /// `http://auth.ops.svc.cluster.local/status/N` answers N, and says who asks.
  private static let authenticationService: [String: WorldAnswer] = {
    let user = [
      Header("X-Auth-Request-User", "alice"), Header("X-Auth-Request-Email", "alice@auth.test"),
    ]
    let challenge = Header("WWW-Authenticate", "Bearer realm=\"from-auth-service\"")
    return Dictionary(
      uniqueKeysWithValues: (200...599).map { status in
        (
          "http://auth.ops.svc.cluster.local/status/\(status)",
          WorldAnswer(status: status, headers: user + (status == 401 ? [challenge] : []))
        )
      })
  }()

  /// The request in one line.
  package var line: String {
    "\(method) \(scheme)://\(host)\(target) \(headers) \(stickyCookieFrom ?? "")"
  }
}

/// An answer as recorded; only what models are compared with.
package struct RecordedAnswer: Decodable {
  package var status: Int?
  package var backend: String?
  package var expectedShare: [String: Double]?
  package var upstreamPath: String?
  package var upstreamHost: String?
  package var location: String?
  package var error: String?
  package var certificate: String?
  package var responseHeaders: [String: HeaderValue]?
  package var upstreamHeaders: [String: HeaderValue?]?
  package var upstreamScheme: String?
  package var mirrored: [RecordedCopy]?
}

/// A copy that a mirror got.
package struct RecordedCopy: Decodable, Equatable {
  package var method: String
  package var host: String
  package var target: String
}

/// One value or, for Set-Cookie, several.
package enum HeaderValue: Decodable, Equatable {
  case one(String)
  case several([String])

  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self = .one(text)
    } else {
      self = .several(try value.decode([String].self))
    }
  }

  /// All values, joined.
  package var text: String {
    switch self {
    case .one(let text): text
    case .several(let texts): texts.joined(separator: " & ")
    }
  }
}
