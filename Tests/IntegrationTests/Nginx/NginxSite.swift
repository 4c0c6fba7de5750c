import Routing

/// A site as plain nginx configuration, without Lua: what stands inside `http` for one case.
///
/// nginx chooses servers and locations by its own rules, so that the order of our routes, which
/// says what it would choose, is put to the test. Who starts nginx provides
/// - `NAME/listen.conf` and `NAME/listen-default.conf` with the ports,
/// - an upstream `NAME.namespace.service.port` for each of `backends`,
/// - the upstreams `status.404` and `status.503`, which answer so, and `$literal_dollar`.
struct NginxSite {
  let text: String
  let backends: Set<Backend>
  /// Files that the configuration names, which stand in the folder of the case.
  let files: [String: String]

  init(_ site: Site, named name: String) throws(Unsaid) {
    let (hosts, security) = try Self.hosts(of: site)
    let scope = NginxScope(name: name)
    var lines = NginxLines()
    lines.http = scope.requestVariables
    let strict = Self.strictTransport(security, scope, &lines)
    for (index, host) in hosts.enumerated() {
      lines += try NginxServer(
        host: host, reading: site.reading, headers: strict, scope: scope.inside("h\(index)")
      ).lines()
    }
    text = (lines.http + lines.block).joined(separator: "\n") + "\n"
    (backends, files) = (lines.backends, lines.files)
  }

  /// The hosts of both ports, which are the same, and the headers of the secure one.
  private static func hosts(of site: Site) throws(Unsaid) -> ([Host], [Header]) {
    guard site.reading.forwarding == nil else { throw Unsaid("headers that say who the client is") }
    guard site.listeners.count == 2, let plain = site.listeners.first,
      let secure = site.listeners.last, plain.hosts == secure.hosts, plain.responseHeaders.isEmpty
    else { throw Unsaid("TLS that is passed through") }
    return (plain.hosts, secure.responseHeaders)
  }

  /// Directives that put the secure listener's headers on answers over TLS.
  private static func strictTransport(
    _ headers: [Header], _ scope: NginxScope, _ lines: inout NginxLines
  ) -> [String] {
    headers.enumerated().map { index, header in
      let value = lines.map(
        "$scheme", scope.variable("secure\(index)"),
        [("https", header.value.quoted), ("default", "\"\"")])
      return "more_set_headers \"\(header.name): \(value)\";"
    }
  }
}

/// Where names of one part of the configuration begin, so that all of them are different.
struct NginxScope {
  /// The case; upstreams are named after it.
  let name: String
  private let path: String

  init(name: String) {
    self.name = name
    path = name.replacing("-", with: "_")
  }

  private init(name: String, path: String) { (self.name, self.path) = (name, path) }

  func inside(_ part: String) -> NginxScope { NginxScope(name: name, path: "\(path)_\(part)") }

  func variable(_ what: String) -> String { "$\(path)_\(what)" }

  func upstream(_ backend: Backend) -> String {
    ([name, backend.namespace, backend.name].filter { !$0.isEmpty } + ["\(backend.port)"])
      .joined(separator: ".")
  }
}

extension NginxScope {
  /// The Host header without its port, and the request's target without a final `/`.
  fileprivate var requestVariables: [String] {
    let host = name.replacing("-", with: "_")
    return [
      "map $http_host $\(host)_bare_host {",
      "  \"~^(?<\(host)_name>\\\\[[^\\\\]]*\\\\]|[^:]*)\" $\(host)_name;", "}",
      "map $request_uri $\(host)_bare_uri {",
      "  \"~^(?<\(host)_target>.*)/$\" $\(host)_target;", "  default $request_uri;", "}",
    ]
  }

  var bareHost: String { "$\(name.replacing("-", with: "_"))_bare_host" }
  var bareURI: String { "$\(name.replacing("-", with: "_"))_bare_uri" }
}
