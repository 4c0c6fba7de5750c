/// What the real controller read from the annotations that guard a location (`resources.json`).
struct RecordedGuards: Decodable {
  struct Host: Decodable {
    var locations: [Location]
  }

  struct Location: Decodable {
    var ingress: String?
    var settings: Guards?
  }

  /// The parts that families of annotations answer for.
  struct Guards: Decodable {
    var basicDigestAuth: Password?
    var externalAuth: Question?
    var rateLimit: Limits?
    var mirror: Copy?
    var satisfy: String?
    var customHeaders: Headers?
    var configurationSnippet: String?
  }

  struct Password: Decodable {
    var type: String
    var realm: String?
    var secret: String
    var secretType: String
  }

  struct Question: Decodable {
    var url: String
    var host: String
    var signinUrl: String?
    var responseHeaders: [String]?
    var authCacheDuration: [String]
    var keepaliveRequests: Int
    var keepaliveTimeout: Int
  }

  struct Limits: Decodable {
    struct Zone: Decodable {
      var limit: Int?
      var burst: Int?
    }

    enum CodingKeys: String, CodingKey {
      case connections
      case rps
      case rpm
      case rate = "limit-rate"
      case rateAfter = "limit-rate-after"
      case allowlist
    }

    var connections: Zone
    var rps: Zone
    var rpm: Zone
    var rate: Int?
    var rateAfter: Int?
    var allowlist: [String]
  }

  struct Copy: Decodable {
    var target: String?
    var host: String?
  }

  struct Headers: Decodable {
    var headers: [String: String]
  }

  var hosts: [Host]
}
