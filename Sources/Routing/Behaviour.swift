/// One thing a route does to a request or its answer, beside choosing a backend.
///
/// Redirects and refusals among them answer at once; they stand in the order of the phases.
package enum Behaviour: Hashable, Sendable {
  /// Answers `OPTIONS` itself and puts CORS headers on every answer.
  indirect case cors(CORS)
  /// Sends the client elsewhere before anything else is looked at.
  indirect case redirect(Redirect)
  /// Sends plain HTTP clients to https.
  indirect case secureRedirect(Redirect)
  /// Replaces the path on the way to the backend.
  indirect case rewritePath(PathRewrite)
  /// Replaces the Host header on the way to the backend.
  case rewriteHost(String)
  /// Answers this status where all conditions hold; without any, always.
  indirect case refuse(status: Int, when: [Condition])
  /// Asks clients for a certificate when they come over TLS.
  indirect case clientCertificate(ClientCertificateCheck)
  /// Answers 504 to everything, since the backend is given no time.
  case noTime
  /// Answers 413 to requests whose body is longer than these bytes.
  case bodyLimit(Int)
  /// Lets in only clients of some addresses, or with credentials.
  indirect case access(Access)
  /// Sends clients elsewhere whom an authentication service in front of the routes answers 401.
  case signIn(SignIn)
  /// Lets only so many requests or connections of a client in.
  indirect case rateLimit(RateLimit)
  /// Does what lines of nginx configuration say.
  indirect case snippet(Snippet)
  /// Sends a copy of each request elsewhere.
  indirect case mirror(Mirror)
  /// Speaks another protocol than plain HTTP/1.1 to the backend.
  indirect case upstreamProtocol(UpstreamProtocol)
  /// Changes addresses in the backend's `Location` and `Set-Cookie`.
  indirect case responseRewrite(ResponseRewrite)
  /// Changes request headers on the way to the backend.
  indirect case requestHeaders(HeaderChange)
  /// Tells the backend which prefix was cut off; `$1`… are the groups of the path's rewrite.
  case forwardedPrefix(String)
  /// Changes headers of the answer.
  indirect case responseHeaders(HeaderChange)
  /// Lets another backend answer in place of error statuses.
  indirect case errorPages(ErrorPages)
  /// Sets a cookie that keeps the client on one endpoint.
  indirect case sessionCookie(SessionCookie)
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
  /// The origins that a pattern stands for, as somebody wrote them; a `*` is one label for nginx.
  package var entries: [String] = []
  package var headers: [Header]
  /// The status of the proxy's own answer to `OPTIONS`.
  package var preflightStatus: Int

  package init(origins: Origins, headers: [Header], preflightStatus: Int) {
    self.origins = origins
    self.headers = headers
    self.preflightStatus = preflightStatus
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
