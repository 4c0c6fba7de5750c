import Routing

extension Answer {
  /// The answer with what the backend is taken to send, as the client sees it.
  func withBackendAnswer(_ world: World, _ rewrite: ResponseRewrite?) -> Answer {
    guard case .forwarded = outcome, let backend = world.backend else { return self }
    var answer = self
    answer.backendStatus = backend.status
    for header in backend.headers {
      switch ASCII.lower(header.name) {
      case "location":
        answer.backendLocation =
          rewrite?.location.map { header.value.replacing($0) } ?? header.value
      case "set-cookie":
        let cookie = rewrite?.rewritten(cookie: header.value) ?? header.value
        answer.responseHeaders.append(Header("set-cookie", cookie.withoutCookieValue))
      case let name where !answer.responseHeaders.contains { ASCII.lower($0.name) == name }:
        answer.responseHeaders.append(Header(name, header.value))
      case _: break
      }
    }
    return answer
  }
}

extension String {
  /// The cookie's name and attributes, as all cookies are told here.
  fileprivate var withoutCookieValue: String {
    let name = prefix { $0 != "=" && $0 != ";" }
    return String(name) + drop { $0 != ";" }
  }

  /// The text with the beginning that a pair looks for replaced (`proxy_redirect`).
  fileprivate func replacing(_ pair: ResponseRewrite.Pair) -> String {
    hasPrefix(pair.from) ? pair.to + dropFirst(pair.from.count) : self
  }

  /// The domain that a pair looks for replaced; case and dots in front do not matter
  /// (`ngx_http_proxy_cookie_domain`).
  fileprivate func replacingDomain(_ pair: ResponseRewrite.Pair) -> String {
    func bare(_ text: String) -> Substring { text.hasPrefix(".") ? text.dropFirst() : text[...] }
    let isSame = ASCII.lower(String(bare(self))) == ASCII.lower(String(bare(pair.from)))
    return isSame ? (hasPrefix(".") ? "." : "") + bare(pair.to) : self
  }
}

extension ResponseRewrite {
  /// A cookie with its Domain and the beginning of its Path replaced.
  fileprivate func rewritten(cookie text: String) -> String {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part -> String in
      // The first part is the cookie itself.
      guard index > 0 else { return String(part) }
      let words = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard words.count == 2 else { return String(part) }
      let name = words[0].drop { $0 == " " }
      let value = String(words[1])
      switch ASCII.lower(String(name)) {
      case "domain":
        guard let pair = cookieDomain else { return String(part) }
        return "\(words[0])=\(value.replacingDomain(pair))"
      case "path": return "\(words[0])=\(cookiePath.map { value.replacing($0) } ?? value)"
      case _: return String(part)
      }
    }.joined(separator: ";")
  }
}
