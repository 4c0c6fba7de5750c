/// One thing a route does to a request or its answer, beside choosing a backend.
///
/// Redirects and refusals among them answer at once; they stand in the order of the phases.
package enum Behaviour: Hashable, Sendable {
  /// Answers `OPTIONS` itself and puts CORS headers on every answer.
  case cors(CORS)
  /// Sends the client elsewhere before anything else is looked at.
  case redirect(Redirect)
  /// Sends plain HTTP clients to https.
  case secureRedirect(Redirect)
  /// Replaces the path on the way to the backend.
  case rewritePath(PathRewrite)
  /// Replaces the Host header on the way to the backend.
  case rewriteHost(String)
  /// Answers 403 to clients outside, or inside, address ranges.
  case access(AddressRule)
  /// Changes request headers on the way to the backend.
  case requestHeaders(HeaderChange)
  /// Changes headers of the answer.
  case responseHeaders(HeaderChange)
  /// Lets another backend answer in place of error statuses.
  case errorPages(ErrorPages)
  /// Sets a cookie that keeps the client on one endpoint.
  case sessionCookie(SessionCookie)
  /// Answers this way unless a condition that only the live system knows holds, for example
  /// an authentication server's consent; the text says which.
  case depends(on: String)
}

/// How the path that the backend sees is made.
package enum PathRewrite: Hashable, Sendable {
  /// The whole path becomes this text.
  case full(String)
  /// The matched prefix becomes this text, by whole elements.
  case prefix(String)
  /// Where the PCRE `pattern` is found, ignoring case, the whole path becomes `target` with `$1`…
  /// filled in; nginx's `rewrite "(?i)pattern" target break`.
  case captures(pattern: String, target: String)
  /// Every part that the RE2 `pattern` fits is replaced, `\1`… filled in; Envoy's `regex_rewrite`.
  case substitution(pattern: String, replacement: String)
}

/// CORS as the proxy answers it.
package struct CORS: Hashable, Sendable {
  /// Which origins get the headers.
  package enum Origins: Hashable, Sendable {
    case any
    /// A pattern over the Origin header, ignoring case: PCRE found anywhere in it for nginx, fitting
    /// all of it for Envoy; empty fits nothing.
    case matching(String)
  }

  package var origins: Origins
  package var headers: [Header]
  /// The status of the proxy's own answer to `OPTIONS`.
  package var preflightStatus: Int

  package init(origins: Origins, headers: [Header], preflightStatus: Int) {
    self.origins = origins
    self.headers = headers
    self.preflightStatus = preflightStatus
  }
}

/// Client addresses that are let in or kept out.
package struct AddressRule: Hashable, Sendable {
  package var denied: [String]
  /// The only addresses let in; empty lets everybody in.
  package var allowed: [String]

  package init(denied: [String] = [], allowed: [String] = []) {
    self.denied = denied
    self.allowed = allowed
  }
}

/// Header lines set, added or removed.
package struct HeaderChange: Hashable, Sendable {
  package var set: [Header]
  package var add: [Header]
  package var remove: [String]

  package init(set: [Header] = [], add: [Header] = [], remove: [String] = []) {
    self.set = set
    self.add = add
    self.remove = remove
  }
}

/// Error statuses that another backend answers: nginx's `error_page` with `proxy_intercept_errors`.
package struct ErrorPages: Hashable, Sendable {
  package var statuses: [Int]
  /// Who answers instead; nil for the proxy's own 404.
  package var backend: Backend?
  /// Whether the statuses of backends count, not only the proxy's own.
  package var interceptsBackends: Bool

  package init(statuses: [Int], backend: Backend?, interceptsBackends: Bool) {
    self.statuses = statuses
    self.backend = backend
    self.interceptsBackends = interceptsBackends
  }
}

/// The cookie of a sticky session.
package struct SessionCookie: Hashable, Sendable {
  package var name: String
  /// The attributes after the value on plain HTTP, for example `Path=/; HttpOnly`.
  package var attributes: String
  /// The attributes over https.
  package var secureAttributes: String
  /// A backend that hands the cookie out to nobody.
  package var silentBackend: Backend?

  package init(
    name: String, attributes: String, secureAttributes: String? = nil,
    silentBackend: Backend? = nil
  ) {
    self.name = name
    self.attributes = attributes
    self.secureAttributes = secureAttributes ?? attributes
    self.silentBackend = silentBackend
  }
}
