import Evidence
import Gatewright

/// Looks for requests that nginx keeps out of a location and that emitted objects let through.
struct ProtectionAudit {
  private let inspection: Inspection
  private let emitted: EmittedObjects
  /// The codes that somebody accepted.
  private let accepted: Set<String>
  /// How many protected requests were asked about.
  private(set) var count = 0
  /// What gets through, in words.
  private(set) var faults: [String] = []

  init(_ inspection: Inspection, _ emitted: EmittedObjects, accepted: Set<String> = []) {
    self.inspection = inspection
    self.emitted = emitted
    self.accepted = accepted
    guard inspection.refusals.isEmpty else { return }
    for server in inspection.servers { audit(server) }
  }

  private mutating func audit(_ server: ServerInspection) {
    for host in [server.host] + server.aliases where !host.hasPrefix("~") {
      for isSecure in [false, true] {
        for path in server.probes {
          guard let location = server.location(of: path), location.denial == nil,
            !location.isUnserved
          else { continue }
          let guards = location.guards + (isSecure ? server.guards : [])
          for kind in guards { audit(kind, host, path, isSecure, location) }
        }
      }
    }
  }

  private mutating func audit(
    _ kind: NginxGuard, _ host: String, _ path: String, _ isSecure: Bool,
    _ location: LocationInspection
  ) {
    guard !accepted.contains(kind.code) else { return }
    for authority in Self.authorities(host) {
      let request = AuditedRequest(
        isSecure: isSecure, authority: authority, path: path, address: kind.address)
      count += 1
      let end = emitted.end(of: request)
      let isKept =
        switch (end, kind) {
        case (.nowhere, _), (.denied, _): true
        case (.asked, .service), (.asked, .addresses(_, true)): true
        case (.backend, .certificate): emitted.asksForCertificate(host)
        case (.asked, _), (.backend, _): false
        }
      if !isKept {
        faults.append(
          "\(isSecure ? "https" : "http")://\(authority)\(path) gets through, and \(location.match) "
            + "has \(kind)")
      }
    }
  }

  /// The name, with ports that a client may make up, and in capitals.
  private static func authorities(_ host: String) -> [String] {
    if host == "_" { return ["unknown.invalid", "unknown.invalid:8080"] }
    let name = host.hasPrefix("*.") ? "x\(host.dropFirst())" : host
    return [name, "\(name):80", "\(name):31234", name.uppercased()]
  }
}

/// What keeps clients out of a location.
enum NginxGuard: Hashable {
  /// A client that the lists keep out; whether another check may let it in.
  case addresses(String, isAny: Bool)
  case service(String)
  case certificate
  /// Anything else, by the code of its finding.
  case other(String)

  var code: String {
    switch self {
    case .addresses: "address-list-lost"
    case .service: "external-authentication-lost"
    case .certificate: "client-certificate-lost"
    case .other(let code): code
    }
  }

  /// The address of the client that is asked about.
  var address: String {
    switch self {
    case .addresses(let address, _), .service(let address): address
    case .certificate, .other: "203.0.113.99"
    }
  }
}

extension LocationInspection {
  /// Whether nginx has no backend here, or answers with a redirect before it looks at the client.
  fileprivate var isUnserved: Bool {
    !value("permanent-redirect").isEmpty || !value("temporal-redirect").isEmpty
      || upstream.hasPrefix("upstream-default-backend")
  }

  fileprivate func value(_ key: String) -> String {
    settings.first { $0.key == key }?.value ?? ""
  }

  private func list(_ key: String) -> [String] {
    value(key).split(separator: ",").map { $0.filter { $0 != " " } }
  }

  fileprivate var guards: [NginxGuard] {
    let denied = list("denylist-source-range")
    let allowed = list("allowlist-source-range") + list("whitelist-source-range")
    let isAny = value("satisfy") == "any"
    let service = value("auth-url")
    let hasPassword =
      ["basic", "digest"].contains(value("auth-type")) && !value("auth-secret").isEmpty
    let outsider = Self.clients.first { client in
      denied.contains { isIn($0, client) }
        || !(allowed.isEmpty || allowed.contains { isIn($0, client) })
    }
    let insider = Self.clients.first { client in
      !denied.contains { isIn($0, client) }
        && (allowed.isEmpty || allowed.contains { isIn($0, client) })
    }
    var guards: [NginxGuard] = []
    if let outsider { guards.append(.addresses(outsider, isAny: isAny && !service.isEmpty)) }
    let hasLists = !denied.isEmpty || !allowed.isEmpty
    if !service.isEmpty, let asked = isAny && hasLists ? outsider : insider ?? outsider {
      guards.append(.service(asked))
    }
    if hasPassword, !isAny || !hasLists { guards.append(.other("authentication-lost")) }
    if ["limit-rps", "limit-rpm"].contains(where: { Int(value($0)) ?? 0 > 0 }) {
      guards.append(.other("rate-limit-lost"))
    }
    if Int(value("limit-connections")) ?? 0 > 0 { guards.append(.other("connection-limit-lost")) }
    let body = settings.first { $0.key == "proxy-body-size" }
    if let body, !body.isDefault, !body.value.isEmpty, body.value.first != "0" {
      guards.append(.other("body-limit-lost"))
    }
    return guards
  }

  /// Addresses in and out of the ranges that tests use.
  private static let clients = [
    "203.0.113.99", "198.51.100.1", "192.0.2.7", "192.0.2.1", "10.1.2.3", "172.16.0.1",
    "192.168.1.1", "127.0.0.1", "203.0.113.10", "203.0.113.7", "100.64.0.1", "8.8.8.8",
  ]
}

extension ServerInspection {
  /// What holds for every location over TLS.
  fileprivate var guards: [NginxGuard] {
    let value = { (key: String) in settings.first { $0.key == key }?.value ?? "" }
    let isOn = ["on", "optional", ""].contains(value("auth-tls-verify-client"))
    return value("auth-tls-secret").isEmpty || !isOn ? [] : [.certificate]
  }

  /// The location that nginx takes for a path, once slashes are merged.
  fileprivate func location(of path: String) -> LocationInspection? {
    let merged = path.replacing("%2F", with: "/").replacing("%2f", with: "/").replacing(
      "//", with: "/")
    if let exact = locations.first(where: { $0.modifier == "=" && $0.match == merged }) {
      return exact
    }
    if isRegexMode { return locations.first { fits(merged, "(?i)\($0.match)") } }
    return locations.filter { $0.modifier.isEmpty && merged.hasPrefix($0.match) }
      .max { $0.match.count < $1.match.count }
  }

  /// Paths of every location, beside them and below them; on hosts without expressions also in
  /// spellings that nginx takes for the same.
  fileprivate var probes: Set<String> {
    var probes: Set<String> = ["/", "/elsewhere"]
    for location in locations {
      let literal = location.path.prefix { !"\\^$.|?*+()[]{}".contains($0) }
      let path = isRegexMode ? String(literal) : location.path
      guard path.hasPrefix("/") else { continue }
      probes.formUnion([path, "\(path)x", path.hasSuffix("/") ? "\(path)y" : "\(path)/y"])
      if path.hasSuffix("/"), path != "/" { probes.insert(String(path.dropLast())) }
      guard !isRegexMode, path != "/" else { continue }
      probes.formUnion(["/\(path)", "/%2F\(path.dropFirst())", "/%2f\(path.dropFirst())"])
      if let slash = path.dropLast().lastIndex(of: "/"), slash != path.startIndex {
        for between in ["//", "%2F", "/%2f"] {
          probes.insert(path[..<slash] + between + path[path.index(after: slash)...])
        }
      }
    }
    return probes
  }
}
