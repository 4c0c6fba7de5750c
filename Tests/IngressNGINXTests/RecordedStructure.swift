/// What the real controller made of the objects of a case (`resources.json`).
struct RecordedStructure: Decodable {
  struct State: Decodable {
    var name: String
    var state: String
  }

  struct RecordedHost: Decodable {
    var host: String
    var certificate: String?
    var regexMode: Bool
    var locations: [RecordedLocation]
  }

  struct RecordedLocation: Decodable {
    var modifier: String
    var match: String
    var path: String
    var ingress: String?
    var upstream: String
  }

  struct RecordedUpstream: Decodable {
    var name: String
    var alternatives: [String]?
    var policy: RecordedPolicy?
  }

  struct RecordedPolicy: Decodable, Equatable {
    var weight: Int?
    var weightTotal: Int?
    var header: String?
    var headerValue: String?
    var headerPattern: String?
    var cookie: String?
  }

  var nginxConfig: String
  var ingresses: [State]
  var order: [String]
  var hosts: [RecordedHost]
  var upstreams: [RecordedUpstream]
}
