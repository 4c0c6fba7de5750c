/// Changes of addresses in a backend's answer: nginx's `proxy_redirect`, `proxy_cookie_domain` and
/// `proxy_cookie_path`; each pair is what is looked for and what replaces it.
package struct ResponseRewrite: Hashable, Sendable {
  /// A text and its replacement.
  package struct Pair: Hashable, Sendable {
    package var from: String
    package var to: String

    package init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// The beginning of `Location` and of the address in `Refresh`.
  package var location: Pair?
  /// What a replaced `Location` without scheme and host gets: those of the request with this port;
  /// nil where it stays as it is.
  package var completion: RedirectPort?
  /// The whole `Domain` of cookies, in any letter case and with or without a dot in front.
  package var cookieDomain: Pair?
  /// The beginning of the `Path` of cookies.
  package var cookiePath: Pair?

  package init(
    location: Pair? = nil, completion: RedirectPort? = nil, cookieDomain: Pair? = nil,
    cookiePath: Pair? = nil
  ) {
    self.location = location
    self.completion = completion
    self.cookieDomain = cookieDomain
    self.cookiePath = cookiePath
  }
}

extension ResponseRewrite.Pair {
  /// Two domains as nginx compares and writes them: a dot in front of either does not count
  /// (`ngx_http_proxy_cookie_domain`).
  package var withoutDots: Self { Self(from: from.withoutDot, to: to.withoutDot) }
}

extension String {
  /// The domain without a dot in front.
  package var withoutDot: String { hasPrefix(".") ? String(dropFirst()) : self }
}
