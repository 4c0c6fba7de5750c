import Evidence
import GatewayAPI
package import Routing

/// What an EnvoyFilter changes about the routes of one rule, since nothing else can say it.
enum RoutePatch: Hashable {
  /// The whole path is replaced where an expression fits it.
  case rewrite(pattern: String, replacement: String)
  /// So many requests of each client are let in.
  case requestRate(RequestRate)
  /// Only the users of these lines get in, each with the digest of a password.
  case users([String])
  /// Bodies of more bytes are refused.
  case bodyLimit(Int)
  /// A request ends after so many seconds in which nothing moves.
  case idleTimeout(Int)
  /// How often and after what a request is tried again.
  case retries(Retries)
  /// Addresses in backends' answers are changed.
  case answers(ResponseRewrite)
  /// Clients are sent to sign in whom the authentication service answers 401.
  case signIn(SignIn)
  /// A page is shown in place of these statuses.
  case errorPages([Int])
  /// An authentication service is asked for just this path.
  case question(EnvoyFilter.AuthorizationService)

  /// The limits on the requests of one client.
  struct RequestRate: Hashable {
    var buckets: [TokenBucket]
    /// Client addresses without a limit.
    var exempt: [String]
    var status: Int
  }

  /// Further tries in Envoy's words.
  struct Retries: Hashable {
    /// `retry_on`; empty for no further try.
    var conditions: [String]
    var statuses: [Int]
    /// How often the backend is tried beyond the first time.
    var count: Int
    /// Whether POST, LOCK and PATCH are left out.
    var sparesChanges: Bool
  }

  /// Which object says it.
  var kind: PatchKind {
    switch self {
    case .rewrite: .rewrites
    case .requestRate: .requestRates
    case .users: .basicAuth
    case .bodyLimit: .bodyLimits
    case .idleTimeout: .idleTimeouts
    case .retries: .retries
    case .answers: .answers
    case .signIn: .signIns
    case .errorPages: .errorPages
    case .question: .questions
    }
  }

  /// What is lost where requests come to a rule without it; nil where nothing has to close it.
  var protection: Protection? {
    switch self {
    case .users: .credentials
    case .rewrite, .requestRate, .bodyLimit, .idleTimeout, .retries, .answers, .signIn, .errorPages,
      .question:
      nil
    }
  }
}

/// What an EnvoyFilter is written for; each kind has objects of its own.
package enum PatchKind: CaseIterable, Hashable, Sendable {
  case rewrites
  case requestRates
  case basicAuth
  case clientSubjects
  case bodyLimits
  case idleTimeouts
  case retries
  case answers
  case signIns
  case errorPages
  case questions

  /// What the name of the Gateway is followed by in the name of the object.
  package var suffix: String {
    switch self {
    case .rewrites: "rewrites"
    case .requestRates: "rate-limits"
    case .basicAuth: "basic-auth"
    case .clientSubjects: "client-subjects"
    case .bodyLimits: "body-limits"
    case .idleTimeouts: "idle-timeouts"
    case .retries: "retries"
    case .answers: "answers"
    case .signIns: "sign-ins"
    case .errorPages: "error-pages"
    case .questions: "auth-paths"
    }
  }

  /// The topics whose settings it says.
  package var topics: Set<Topic> {
    switch self {
    case .rewrites: [.rewrite]
    case .requestRates: [.requestRate, .exemptions]
    case .basicAuth: [.credentials]
    case .clientSubjects: [.certificateSubject]
    case .bodyLimits: [.bodyLimit]
    case .idleTimeouts: [.idleTimeout]
    case .retries: [.retries]
    case .answers: [.backendLocation, .backendCookies]
    case .signIns: [.authSignIn]
    case .errorPages: [.errorPages]
    case .questions: [.externalAuth]
    }
  }

  /// The findings about it, without the option and with it.
  package var codes: Set<String> {
    switch self {
    case .rewrites, .answers, .signIns: []
    case .requestRates: [Protection.requestRate.rule.code, "rate-limit-by-tokens"]
    case .basicAuth:
      [Protection.credentials.rule.code, "basic-auth-differs", "password-hashes-readable"]
    case .clientSubjects: [Protection.clientCertificate.rule.code, "client-subject-names"]
    case .bodyLimits: [Protection.bodyLimit.rule.code, "body-limit-buffers"]
    case .idleTimeouts: ["idle-timeout-for-both"]
    case .retries: ["retries-differ"]
    case .errorPages: ["error-pages-by-script"]
    case .questions: [Protection.externalAuth.rule.code, "external-auth-path-appended"]
    }
  }

  /// Filters of a lower priority are put into the chain first, and so come before others.
  ///
  /// Requests are counted before users are asked for, as nginx does, and their bodies are waited for
  /// last, so that nobody fills the gateway's memory who may not get in.
  var priority: Int {
    switch self {
    case .rewrites, .requestRates, .clientSubjects, .idleTimeouts, .retries, .answers, .signIns,
      .errorPages, .questions:
      0
    case .basicAuth: 5
    case .bodyLimits: 10
    }
  }

  /// The Istio versions that its patches are meant for; nil for all.
  ///
  /// What keeps people out is never left out: where it no longer means what it should, Envoy has to
  /// refuse it rather than let everybody in.
  var versions: String? {
    switch self {
    case .basicAuth, .clientSubjects: nil
    case .rewrites, .requestRates, .bodyLimits, .idleTimeouts, .retries, .answers, .signIns,
      .errorPages, .questions:
      Self.pinnedVersions
    }
  }
}
