import Gatewright
import YAMLText

/// Requests made from what routes name: hosts, paths, headers, methods, and neighbours of these.
///
/// It looks at YAML alone and knows nothing of how sites are compared.
struct ProbePool {
  private var hosts: Set<String> = []
  private var paths: Set<String> = []
  private var headers: Set<[HeaderLine]> = [[]]
  private var methods: Set<String> = ["GET", "POST"]

  /// Requests as recorded, whose parts are combined anew, too.
  init(_ probes: [RequestProbe] = []) {
    for probe in probes where probe.isPlain {
      hosts.insert(probe.host)
      paths.insert(probe.target)
      headers.insert(probe.headers)
      methods.insert(probe.method)
    }
  }

  /// Adds what objects name.
  mutating func add(_ objects: [Node]) {
    for object in objects { add(object["spec"]) }
  }

  private mutating func add(_ spec: Node?) {
    let names = (spec?["listeners"]?.items ?? []).compactMap { $0["hostname"]?.text }
    for name in names + (spec?["hostnames"]?.items ?? []).compactMap(\.text) { add(host: name) }
    for filter in (spec?["rules"]?.items ?? []).flatMap({ $0["filters"]?.items ?? [] }) {
      for origin in filter.value("cors", "allowOrigins")?.items ?? [] {
        let line = HeaderLine("Origin", origin.text)
        headers.formUnion([[line], [line, HeaderLine("Access-Control-Request-Method", "GET")]])
        methods.insert("OPTIONS")
      }
    }
    for match in (spec?["rules"]?.items ?? []).flatMap({ $0["matches"]?.items ?? [] }) {
      if let path = match["path"]?["value"]?.text { add(path: path) }
      if let method = match["method"]?.text { methods.insert(method) }
      for header in match["headers"]?.items ?? [] { add(header) }
    }
  }

  private mutating func add(host: String) {
    guard host.hasPrefix("*.") else {
      hosts.insert(host)
      return
    }
    hosts.formUnion(["some" + host.dropFirst(), "any.some" + host.dropFirst()])
  }

  private mutating func add(path: String) {
    for bare in SampleTexts(of: path).texts where bare.hasPrefix("/") {
      let inner = bare.hasSuffix("/") ? String(bare.dropLast()) : bare
      paths.formUnion([bare, inner + "/", inner + "/x", inner + "x", inner + "/x/", bare + "?q=1"])
      paths.formUnion([inner.uppercased(), String(inner.dropLast())])
    }
  }

  private mutating func add(_ header: Node) {
    guard let name = header["name"]?.text, let value = header["value"]?.text else { return }
    for text in SampleTexts(of: value).texts {
      for value in [text, text.uppercased(), text + "x", "x" + text] {
        headers.insert([HeaderLine(name, value)])
      }
    }
  }

  /// So many of the combinations, always the same.
  func requests(_ count: Int, _ dice: inout Dice) -> [RequestProbe] {
    let hosts = hosts.union(["nobody.invalid"]).sorted()
    let paths = paths.union(["/", "/x"]).filter { $0.hasPrefix("/") }.sorted()
    let headers = headers.sorted { "\($0)" < "\($1)" }
    let methods = methods.sorted()
    return (0..<count).map { _ in
      RequestProbe(
        method: dice.roll(4) > 0 ? "GET" : dice.pick(methods) ?? "GET",
        scheme: dice.roll(2) == 0 ? .http : .https, host: dice.pick(hosts) ?? "",
        target: dice.pick(paths) ?? "/", headers: dice.roll(2) > 0 ? [] : dice.pick(headers) ?? [])
    }.filter(\.isPlain)
  }
}

extension RequestProbe {
  /// Whether both proxies read the request in the same way, whatever the routes are: no escapes,
  /// dot segments or repeated cookies, and the ports, server names and lengths that all send.
  var isPlain: Bool {
    let path = target.prefix { $0 != "?" }
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let names = headers.map { $0.name.lowercased() }
    let cookies = headers.filter { $0.name.lowercased() == "cookie" }.compactMap(\.value)
      .flatMap { $0.split { ";,".contains($0) } }
      .map { $0.prefix { $0 != "=" }.filter { $0 != " " }.lowercased() }
    return path.hasPrefix("/") && path.utf8.allSatisfy { Self.pathBytes.contains($0) }
      && segments.dropLast().allSatisfy { !$0.isEmpty }
      && !segments.contains { $0 == "." || $0 == ".." }
      && Set(names).count == names.count && Set(cookies).count == cookies.count
      && !names.contains { $0.contains("_") || $0.contains(".") || $0.hasPrefix("x-forwarded") }
      && !names.contains { $0.hasPrefix("x-test") }
      && port == nil && serverName == .ofHost && bodyLength == 0 && backendAnswer == nil
      && !host.contains(":") && !host.hasSuffix(".") && !host.isEmpty
  }

  private static let pathBytes = Set(
    "/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_~@:!$&'()*+,;=[]".utf8)
}
