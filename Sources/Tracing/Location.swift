import Routing

/// The text of a redirect's Location header.
struct Location {
  let text: String

  init(_ redirect: Redirect, _ received: ReceivedRequest, _ matched: PathMatch) {
    switch redirect.target {
    case .literal(let text): self.text = text
    case .parts(let parts): text = Self.text(parts, received, matched)
    }
  }

  private static func text(
    _ parts: RedirectParts, _ received: ReceivedRequest, _ matched: PathMatch
  ) -> String {
    let scheme = parts.scheme ?? received.request.scheme.rawValue
    let port = parts.port.text(scheme: scheme)
    let host = LocationHost(parts, received, scheme: scheme, port: port).text
    var uri = LocationPath(parts, received, matched).text
    if parts.dropsFinalSlash, uri.hasSuffix("/") { uri.removeLast() }
    guard !parts.isRelative else { return uri }
    return "\(scheme)://\(host)\(port)\(uri)"
  }
}

extension RedirectPort {
  /// The port with its colon; empty where none is written.
  func text(scheme: String) -> String {
    switch self {
    case .omitted, .kept: ""
    case .written(let number): ":\(number)"
    case .listener(let http, let https): ":\(scheme == "https" ? https : http)"
    case .number(let number): Self.isOwn(number, scheme) ? "" : ":\(number)"
    }
  }

  private static func isOwn(_ number: Int, _ scheme: String) -> Bool {
    (scheme == "http" && number == 80) || (scheme == "https" && number == 443)
  }
}
