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
    // What every server answers by itself is asked for once.
    let own = host.routes.filter(\.isServerLevel).map { path(of: $0.path) }
    let paths = host.routes.filter { !$0.isServerLevel }.map { path(of: $0.path) }
    let targets = own + paths.flatMap(changes)
    let plain = targets.map { HostileRequest(host: name, target: $0, scheme: "http") }
    let secure = paths.map { HostileRequest(host: name, target: $0, scheme: "https") }
    let hosts = names(like: name).map {
      HostileRequest(host: $0, target: paths.first ?? "/", scheme: "http")
    }
    return plain + secure + hosts
  }

  /// Reference: the paths on which nginx and Envoy were seen to differ.
  private static func changes(of path: String) -> [String] {
    let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
    let decoded = bare.dropFirst().first.map { "/%\(String($0.asciiValue ?? 0x61, radix: 16))" }
    return [
      path, "\(path)x", "\(bare)/", "\(bare)/x", "\(bare)//x", "/\(path)", "\(bare)%2Fx",
      "\(bare)\\x",
      "\(path)?q=1", "\(bare)/../x", "\(bare)/./x", "\(bare)/..%2fx", "\(bare)/%zz", "/..\(path)",
      "/x/..\(path)", "/x\(path)", "\(path)#f",
    ] + (path.uppercased() == path ? [] : [path.uppercased()])
      + (decoded.map { [$0 + bare.dropFirst(2)] } ?? [])
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
