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
      bodyLength: bodyLength ?? 0, sessionOf: stickyCookieFrom)
  }

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
