package import Foundation

/// The configuration that a controller made of a case, as `resources.json` tells it and as the tool
/// tells its own; keys that nobody compares are passed over.
package struct RecordedConfiguration: Decodable {
  struct State: Decodable {
    var name: String
    var state: String
  }

  struct Host: Decodable {
    var host: String
    var aliases: [String]?
    var certificate: String?
    var regexMode: Bool
    var locations: [Location]
  }

  struct Location: Decodable {
    var modifier: String
    var match: String
    var path: String
    var pathType: String
    var ingress: String?
    var ingressPath: String?
    var upstream: String
    var errorUpstream: String?
    var implicit: Bool?
    var denied: Presence?
  }

  struct Upstream: Decodable {
    var name: String
    var endpoints: Int
    var alternatives: [String]?
    var canaryOnly: Bool?
    var policy: Policy?
  }

  struct Policy: Decodable {
    var weight: Int?
    var weightTotal: Int?
    var header: String?
    var headerValue: String?
    var headerPattern: String?
    var cookie: String?
  }

  struct Redirect: Decodable {
    var from: String
    var to: String
  }

  /// A key that is there, whatever its value.
  struct Presence: Decodable {
    init(from decoder: any Decoder) {}
  }

  var nginxConfig: String
  var ingresses: [State]
  var order: [String]
  var hosts: [Host]
  var upstreams: [Upstream]
  var redirectServers: [Redirect]?

  package init(json: some DataProtocol) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json))
  }
}

extension RecordedConfiguration {
  /// What this one has that another has not (`+`), and the other way round (`-`).
  package func differences(from other: RecordedConfiguration) -> [String] {
    lines.difference(from: other.lines).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
  }

  /// The configuration with one line for each thing in it, in the order that counts.
  private var lines: [String] {
    ["configuration \(nginxConfig)"] + order.map { "order \($0)" }
      + ingresses.map { "Ingress \($0.name) \($0.state)" }.sorted()
      + hosts.sorted { $0.host < $1.host }.flatMap(\.lines)
      // The controller lists the Service of `default-backend` once for each location.
      + Set(upstreams.map(\.line)).sorted()
      + (redirectServers ?? []).map { "redirect \($0.from) to \($0.to)" }.sorted()
  }
}

extension RecordedConfiguration.Host {
  fileprivate var lines: [String] {
    let names = (aliases ?? []).sorted().joined(separator: " ")
    let head = "host \(host), aliases [\(names)], certificate \(certificate ?? "-")"
    return ["\(head), \(regexMode ? "regex" : "plain")"] + locations.map { "\(host): \($0.line)" }
  }
}

extension RecordedConfiguration.Location {
  fileprivate var line: String {
    [
      "location \(modifier) \(match) (\(pathType) \(path), Ingress path \(ingressPath ?? "same"))",
      "of \(ingress ?? "nobody") to \(upstream), errors to \(errorUpstream ?? "nobody")",
      implicit == true ? "implicit" : nil, denied == nil ? nil : "denied",
    ].compactMap { $0 }.joined(separator: ", ")
  }
}

extension RecordedConfiguration.Upstream {
  fileprivate var line: String {
    // How many endpoints there are is seldom told by manifests.
    let head = "upstream \(name), \(endpoints == 0 ? "no " : "")endpoints"
    let canary = "alternatives [\((alternatives ?? []).joined(separator: " "))]"
    return "\(head), \(canaryOnly == true ? "canary only, " : "")\(canary), \(policy?.line ?? "-")"
  }
}

extension RecordedConfiguration.Policy {
  fileprivate var line: String {
    let texts = [header, headerValue, headerPattern, cookie].map { $0 ?? "-" }
    return "\(weight ?? 0) of \(weightTotal ?? 100), \(texts.joined(separator: " "))"
  }
}
