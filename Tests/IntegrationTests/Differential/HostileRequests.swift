import Foundation
import Routing

/// Requests on which proxies disagree, made from every host and path of a site.
struct HostileRequests {
  private let site: Site

  init(_ site: Site) { self.site = site }

  /// A line of JSON for each request, as `trace --requests` takes them.
  func lines() throws -> [String] {
    let requests = (site.listeners.first?.hosts ?? []).flatMap(Self.requests)
    var seen: Set<HostileRequest> = []
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try requests.filter { seen.insert($0).inserted }.map {
      String(decoding: try encoder.encode(["request": $0]), as: UTF8.self)
    }
  }

  private static func requests(to host: Routing.Host) -> [HostileRequest] {
    guard let name = name(of: host.pattern) else { return [] }
    let paths = host.routes.map { path(of: $0.path) }
    let asked = host.routes.filter { !$0.isImplicit }.map { path(of: $0.path) }
    let plain = paths + asked.flatMap(changes)
    let hosts = host.pattern == .any ? [] : names(like: name)
    return plain.map { HostileRequest(host: name, target: $0, scheme: "http") }
      + paths.map { HostileRequest(host: name, target: $0, scheme: "https") }
      + hosts.map { HostileRequest(host: $0, target: asked.first ?? "/", scheme: "http") }
  }

  /// Paths like one that a route takes, which proxies read in different ways.
  private static func changes(of path: String) -> [String] {
    let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
    let below = ["", "x", "//x", "x/", "./x", "../x", "..%2fx", "%zz"].map { "\(bare)/\($0)" }
    let beside = ["x", "?q=1", "#f"].map { path + $0 } + ["\(bare)%2Fx", "\(bare)\\x"]
    let before = ["/", "/..", "/x/..", "/x"].map { $0 + path }
    return below + beside + before + [path.uppercased(), encoded(bare)]
  }

  /// The path with its first character escaped.
  private static func encoded(_ path: String) -> String {
    guard let first = path.dropFirst().first?.asciiValue else { return "/%2f" }
    return "/%\(String(first, radix: 16))\(path.dropFirst(2))"
  }

  private static func names(like name: String) -> [String] {
    let rest = name.drop { $0 != "." }
    return [
      name.uppercased(), "\(name):80", "\(name):8443", "\(name).", "\(name).:80", "other\(rest)",
      "one.two\(rest)", "x.\(name)", "x\(name)", "",
    ]
  }

  /// A path that a route takes; of an expression what stands before its first operator.
  private static func path(of match: PathMatch) -> String {
    switch match {
    case .exact(let path), .prefix(let path), .text(let path): return path
    case .pattern(let pattern):
      let plain = pattern.text.prefix { !"\\.[]()|?*+{}^$".contains($0) }
      return plain.hasPrefix("/") ? String(plain) : "/"
    }
  }

  private static func name(of pattern: HostPattern) -> String? {
    switch pattern {
    case .exact(let name): name
    case .oneLabel(let domain), .labels(let domain): "one.\(domain)"
    case .beginning(let text): "\(text)test"
    case .any: "unknown.test"
    case .expression: nil
    }
  }
}

/// The keys of a request that hostile ones differ in.
private struct HostileRequest: Encodable, Hashable {
  var host: String
  var target: String
  var scheme: String
  var method = "GET"
  var headers: [String] = []
}
