import GatewayAPI
import Routing

extension RequestTest {
  /// A term of a policy: one of the values fits, and none of the others.
  init(_ term: AuthorizationPolicy.Term, _ tokens: TokenKnowledge) {
    let tests = { (values: [String]) in
      RequestTest.any(values.map { RequestTest(term.attribute, $0, tokens) })
    }
    var parts: [RequestTest] = []
    if !term.values.isEmpty { parts.append(tests(term.values)) }
    if !term.notValues.isEmpty { parts.append(.not(tests(term.notValues))) }
    self = .all(parts)
  }

  /// One value of an attribute (`generator.go` in Istio).
  private init(
    _ attribute: AuthorizationAttribute, _ value: String, _ tokens: TokenKnowledge
  ) {
    switch attribute {
    case .ipBlock: self = .peerAddress(value)
    case .remoteIPBlock: self = .clientAddress(value)
    case .host: self = .host(TextMatch(header: value, ignoringCase: true))
    case .method: self = .method(TextMatch(header: value))
    case .header(let name): self = .header(name: name, TextMatch(header: value))
    case .path: self = .path(TextMatch(path: value))
    case .serverName: self = .serverName(TextMatch(text: value))
    case .port: self = Int(value).map { .port($0) } ?? .never
    case .identity(let what): self = .certificate("\(what) \(value)")
    case .token(let claim): self = tokens.test("\(claim) \(value)")
    case .destinationIP: self = .live("the proxy's own address \(value)")
    case .metadata(let key): self = .live("\(key) \(value)")
    }
  }

  static let never = RequestTest.any([])
}

/// Whether anything makes the claims of tokens known to the proxy.
struct TokenKnowledge {
  /// Whether a RequestAuthentication may apply.
  let isRead: Bool

  /// A claim; without a RequestAuthentication no request has any.
  func test(_ claim: String) -> RequestTest {
    isRead ? .live("the token's \(claim)") : .never
  }
}

extension TextMatch {
  /// `*` fits any text, an empty one too, `*end` and `begin*` its parts (`HeaderMatcher` in Istio).
  init(header value: String, ignoringCase: Bool = false) {
    if value == "*" {
      self = .beginning("", ignoringCase: false)
    } else if value.hasPrefix("*") {
      self = .ending(String(value.dropFirst()), ignoringCase: ignoringCase)
    } else if value.hasSuffix("*") {
      self = .beginning(String(value.dropLast()), ignoringCase: ignoringCase)
    } else {
      self = .exact(value, ignoringCase: ignoringCase)
    }
  }

  /// What is no header: there `*` fits any text but an empty one (`StringMatcher` in Istio).
  init(text value: String) {
    self = value == "*" ? .present : TextMatch(header: value)
  }

  /// A path, or a template with `{*}` and `{**}` (Envoy's `uri_template`).
  init(path value: String) {
    guard value.contains("{*}") || value.contains("{**}") else {
      self = TextMatch(text: value)
      return
    }
    self = .whole(PathTemplate(value).expression)
  }
}
