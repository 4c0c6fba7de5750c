import GatewayAPI
import Patterns
import Routing

/// CORS as a filter says it, and what it cannot say.
struct SpokenCORS {
  /// Nil where no origin can be said.
  private(set) var filter: HTTPRoute.CORS?
  /// The requests that get the filter: those with a fitting Origin.
  ///
  /// Nil where the filter's own comparison is as narrow as nginx's.
  private(set) var condition: HTTPRoute.Value?
  /// What is left out, in words.
  private(set) var lost: [String] = []
  /// Whether credentials are left out, since Envoy names the origin where nginx says `*`.
  private(set) var leavesCredentials = false

  /// The most entries of one list (`HTTPCORSFilter`).
  private static let limit = 64

  init(_ cors: CORS) {
    var filter = HTTPRoute.CORS()
    switch cors.origins {
    case .any: filter.allowOrigins = ["*"]
    case .matching: takeOrigins(cors.entries, into: &filter)
    }
    guard !filter.allowOrigins.isEmpty else { return }
    for header in cors.headers { take(header, into: &filter) }
    if case .any = cors.origins, filter.allowCredentials == true {
      filter.allowCredentials = nil
      leavesCredentials = true
    }
    self.filter = filter
  }

  /// The origins; one with a `*` stands for one label in nginx, and for any number in the filter, so
  /// that a condition has to keep the others out.
  private mutating func takeOrigins(_ entries: [String], into filter: inout HTTPRoute.CORS) {
    var origins: [SpokenOrigin] = []
    for entry in entries {
      guard let origin = SpokenOrigin(entry) else {
        lost.append("the origin \(entry)")
        continue
      }
      guard !origins.contains(where: { $0.text == origin.text }) else { continue }
      origins.append(origin)
    }
    lost += origins.dropFirst(Self.limit).map { "the origin \($0.text)" }
    origins = Array(origins.prefix(Self.limit))
    if origins.contains(where: \.isWildcard) {
      let expression = origins.map(\.expression).joined(separator: "|")
      if expression.utf8.count <= 4096 {
        condition = HTTPRoute.Value(.regularExpression, name: "Origin", value: expression)
      } else {
        lost += origins.filter(\.isWildcard).map { "the origin \($0.text)" }
        origins.removeAll(where: \.isWildcard)
      }
    }
    filter.allowOrigins = origins.map(\.text)
  }

  private mutating func take(_ header: Header, into filter: inout HTTPRoute.CORS) {
    switch header.name.lowercased() {
    case "access-control-allow-credentials": filter.allowCredentials = header.value == "true"
    case "access-control-allow-methods":
      filter.allowMethods = list(header.value, "method") { Self.methods.contains($0) }
    case "access-control-allow-headers":
      filter.allowHeaders = list(header.value, "request header") {
        isHeaderName($0) && $0 != "*"
      }
    case "access-control-expose-headers":
      filter.exposeHeaders = list(header.value, "response header", where: isHeaderName)
    case "access-control-max-age":
      // The field takes no number below 1; without it browsers keep a preflight for five seconds.
      let written = Int(header.value) ?? 0
      if written < 1 { lost.append("the time \(header.value) for preflights, which becomes 1") }
      filter.maxAge = min(max(1, written), Int(Int32.max))
    case _: break
    }
  }

  /// The entries of a list that the filter takes, each once.
  private mutating func list(
    _ text: String, _ kind: String, where fits: (String) -> Bool
  ) -> [String] {
    let words = text.split(whereSeparator: { ", \t\n".contains($0) }).map(String.init)
    var taken: [String] = []
    for word in words where !taken.contains(word) {
      if fits(word), taken.count < Self.limit {
        taken.append(word)
      } else {
        lost.append("the \(kind) \(word)")
      }
    }
    return taken
  }

  /// The methods that Gateway API knows.
  private static let methods: Set<String> = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
  ]
}

/// An origin as the filter names it: `http` or `https`, a host, a port; `*.` before a domain.
struct SpokenOrigin {
  let text: String
  let isWildcard: Bool

  /// Nil where the filter cannot name it, as other schemes or `null`.
  init?(_ entry: String) {
    let origin = entry.lowercased()
    guard origin.utf8.count <= 253,
      let scheme = ["http://", "https://"].first(where: origin.hasPrefix)
    else { return nil }
    var host = origin.dropFirst(scheme.count)
    if let colon = host.firstIndex(of: ":") {
      let port = host[host.index(after: colon)...].utf8
      guard (1...5).contains(port.count), port.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      host = host[..<colon]
    }
    isWildcard = host.hasPrefix("*.")
    let labels = (isWildcard ? host.dropFirst(2) : host)
      .utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isPlain = labels.allSatisfy { label in
      !label.isEmpty
        && label.allSatisfy { $0 == UInt8(ascii: "-") || isAlphanumeric($0) }
    }
    guard isPlain else { return nil }
    text = origin
  }

  /// The origins as nginx takes them: a `*` is one label (`buildCorsOriginRegex`).
  var expression: String {
    text.split(separator: "*", omittingEmptySubsequences: false)
      .map { Pattern.escape(String($0)) }.joined(separator: "[A-Za-z0-9\\-]+")
  }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}
