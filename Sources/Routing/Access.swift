/// Who is let in: nginx's access phase.
package struct Access: Hashable, Sendable {
  /// One of the checks is enough (`satisfy any`); otherwise all have to pass.
  package var satisfiesAny: Bool
  package var addresses: AddressRule
  /// A user name and a password; nil where none is asked for.
  package var credentials: Credentials?
  /// Another service decides; nil where none is asked.
  package var external: ExternalAuthentication?

  package init(
    satisfiesAny: Bool = false, addresses: AddressRule = AddressRule(),
    credentials: Credentials? = nil, external: ExternalAuthentication? = nil
  ) {
    self.satisfiesAny = satisfiesAny
    self.addresses = addresses
    self.credentials = credentials
    self.external = external
  }

  /// Whether nobody is kept out.
  package var isOpen: Bool {
    addresses == AddressRule() && credentials == nil && external == nil
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

/// User names and passwords: nginx's `auth_basic` and `auth_digest`.
package struct Credentials: Hashable, Sendable {
  package enum Scheme: String, Hashable, Sendable {
    case basic = "Basic"
    case digest = "Digest"
  }

  package var scheme: Scheme
  package var realm: String
  /// The Secret that holds them, `namespace/name`; empty where they stand in the configuration.
  package var secret: String
  /// The lines of the password file, `user:hash`; nil where the input does not hold the Secret.
  package var users: [String]?

  package init(scheme: Scheme, realm: String, secret: String, users: [String]?) {
    self.scheme = scheme
    self.realm = realm
    self.secret = secret
    self.users = users
  }
}

/// A service that decides who gets in: nginx's `auth_request`.
package struct ExternalAuthentication: Hashable, Sendable {
  package var url: String
  /// The method of the check; empty for the client's own.
  package var method: String
  /// Where clients are sent to sign in; empty for nowhere.
  package var signin: String
  /// The query parameter of the sign-in address that names the address asked for.
  package var signinParameter: String
  /// Headers of the service's answer that go to the backend.
  package var responseHeaders: [String]
  /// Headers that are set on the question (`auth-proxy-set-headers`).
  package var questionHeaders: [Header] = []
  /// The value of `X-Auth-Request-Redirect`; empty for the request's own path and query.
  package var questionAddress = ""
  /// Whether the service's cookies are set on refusals, too (`auth-always-set-cookie`).
  package var alwaysSetsCookie = false
  /// Whether lines of nginx configuration change the question (`auth-snippet`).
  package var hasSnippet = false

  package init(
    url: String, method: String = "", signin: String = "", signinParameter: String = "rd",
    responseHeaders: [String] = []
  ) {
    self.url = url
    self.method = method
    self.signin = signin
    self.signinParameter = signinParameter
    self.responseHeaders = responseHeaders
  }
}

/// What is asked of a client's certificate: nginx's `ssl_verify_client`.
package struct ClientCertificateCheck: Hashable, Sendable {
  /// The Secret with the authorities, `namespace/name`; nil where none are known and nothing is
  /// verified.
  package var secret: String?
  /// Whether a client without a certificate is let in.
  package var isOptional: Bool
  /// Whether one that nobody known has signed is let in, too (`optional_no_ca`).
  package var acceptsUntrusted = false
  /// Where clients are sent instead of 400: an address, or empty for nowhere.
  package var errorPage = ""
  /// An expression that the subject has to fit, also over plain HTTP, where there is none; empty
  /// for no such check.
  package var subject: String

  package init(secret: String?, isOptional: Bool, subject: String) {
    self.secret = secret
    self.isOptional = isOptional
    self.subject = subject
  }
}

/// How many requests and connections of one client are let in: nginx's `limit_req`, `limit_conn`.
package struct RateLimit: Hashable, Sendable {
  /// 0 for no limit.
  package var perSecond: Int
  package var perMinute: Int
  package var burstMultiplier: Int
  package var connections: Int
  /// Client addresses without a limit.
  package var exempt: [String]
  /// The status above the rate, and above the connections.
  package var rateStatus: Int
  package var connectionStatus: Int
  /// Buckets of tokens that limit requests; each has to have one.
  package var buckets: [TokenBucket] = []

  package init(
    perSecond: Int, perMinute: Int, burstMultiplier: Int, connections: Int, exempt: [String],
    rateStatus: Int, connectionStatus: Int
  ) {
    self.perSecond = perSecond
    self.perMinute = perMinute
    self.burstMultiplier = burstMultiplier
    self.connections = connections
    self.exempt = exempt
    self.rateStatus = rateStatus
    self.connectionStatus = connectionStatus
  }
}
