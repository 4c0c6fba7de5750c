import Foundation
import Kubernetes
import RecordedAnswers

/// A feature of ingress-nginx, as one has to see it at a real proxy.
struct FeatureCase {
  let name: String
  /// The annotations, or the part of the API, that it is about.
  let about: String
  let input: String
  /// Options of gatewright.
  var options: [String] = []
  let probes: [Probe]

  /// The case for the proxies; its input is put into a folder.
  func differential(below folder: URL) throws -> DifferentialCase {
    let input = folder.appending(path: "\(name).yaml")
    try Data(self.input.utf8).write(to: input)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func lines(_ values: [some Encodable]) throws -> String {
      try values.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
    }
    let single = probes.filter { $0.times == 1 && $0.isPredicted }
    return DifferentialCase(
      name: name, input: input.path, options: options, emptyServices: [],
      site: DifferentialCase.site(Array(self.input.utf8)),
      requests: try lines(single.map { ["request": $0.request] }),
      asksMore: probes.allSatisfy(\.isPredicted), features: try lines(probes))
  }
}

/// A request, how often it is sent, and what has to be seen at each proxy.
struct Probe: Encodable {
  var request: ProbeRequest
  var times = 1
  /// So many more requests bring the cookie that the first answer set.
  var returns = 0
  /// Nothing is asked of a proxy without an entry here.
  var seen: [String: Sight]
  /// Whether one such request is answered as any other, so that `trace` can tell how.
  var isPredicted = true

  private enum CodingKeys: String, CodingKey { case request, times, returns, seen }
}

extension Probe {
  /// The same has to be seen at both proxies.
  static func both(_ request: ProbeRequest, times: Int = 1, _ sight: Sight) -> Probe {
    Probe(request: request, times: times, seen: ["nginx": sight, "Envoy": sight])
  }

  /// Each proxy does it in its own way.
  static func each(
    _ request: ProbeRequest, times: Int = 1, nginx: Sight, envoy: Sight
  ) -> Probe {
    Probe(request: request, times: times, seen: ["nginx": nginx, "Envoy": envoy])
  }

  /// nginx without Lua does not do it.
  static func envoy(
    _ request: ProbeRequest, times: Int = 1, returns: Int = 0, _ sight: Sight
  ) -> Probe {
    Probe(request: request, times: times, returns: returns, seen: ["Envoy": sight])
  }

  /// The same, for answers that hang on what was asked before, or on what `trace` does not know.
  var afterOthers: Probe {
    var probe = self
    probe.isPredicted = false
    return probe
  }
}

/// A request as scripts send it.
struct ProbeRequest: Encodable {
  var method = "GET"
  var scheme = "http"
  var host: String
  var target: String
  var headers: [[String]] = []
  var clientAddress: String?
  var clientCertificate: String?
  var bodyLength: Int?
}

extension ProbeRequest {
  /// A request for an address such as `http://a.example.com/x`.
  init(
    _ url: String, _ headers: [[String]] = [], method: String = "GET",
    from address: String? = nil, certificate: String? = nil, body: Int? = nil
  ) {
    let parts = url.split(separator: "://", maxSplits: 1)
    let (scheme, rest) = (parts.first ?? "", parts.last ?? "")
    let host = rest.prefix { $0 != "/" }
    self.init(
      method: method, scheme: String(scheme), host: String(host),
      target: String(rest.dropFirst(host.count)), headers: headers, clientAddress: address,
      clientCertificate: certificate, bodyLength: body)
  }
}

/// What has to be seen of the answers to a request; what is nil is not looked at.
struct Sight: Encodable {
  /// How often which status came.
  var statuses: [String: Int]?
  var location: String?
  /// Headers of the answer; empty ones must not be there.
  var headers: [String: String]?
  /// Headers that the backend got; empty ones must not be there.
  var upstreamHeaders: [String: String]?
  var upstreamPath: String?
  var backend: String?
  /// How many endpoints answered.
  var endpoints: Int?
  /// How many requests came to which backend, copies among them.
  var received: [String: Int]?
  /// The attributes of the cookie that is set, sorted.
  var cookie: [String]?
  /// The cookies that are set, as they came.
  var cookies: [String]?
  /// Whether the backend was spoken to over TLS.
  var isEncrypted: Bool?
  /// Why there is no answer at all.
  var error: String?
}

extension Sight {
  /// One answer with this status.
  static func status(_ status: Int) -> Sight { Sight(statuses: ["\(status)": 1]) }
}
