import Evidence
import GatewayAPI
package import Routing

/// What an EnvoyFilter changes about the routes of one rule, since nothing else can say it.
enum RoutePatch: Hashable {
  /// The whole path is replaced where an expression fits it.
  case rewrite(pattern: String, replacement: String)
  /// So many requests of each client are let in.
  case requestRate(RequestRate)
  /// Bodies of more bytes are refused.
  case bodyLimit(Int)
  /// A request ends after so many seconds in which nothing moves.
  case idleTimeout(Int)
  /// How often and after what a request is tried again.
  case retries(Retries)
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
    case .bodyLimit: .bodyLimits
    case .idleTimeout: .idleTimeouts
    case .retries: .retries
    case .question: .questions
    }
  }
}

/// What an EnvoyFilter is written for; each kind has objects of its own.
package enum PatchKind: CaseIterable, Hashable, Sendable {
  case rewrites
  case requestRates
  case bodyLimits
  case idleTimeouts
  case retries
  case questions

  /// What the name of the Gateway is followed by in the name of the object.
  package var suffix: String {
    switch self {
    case .rewrites: "rewrites"
    case .requestRates: "rate-limits"
    case .bodyLimits: "body-limits"
    case .idleTimeouts: "idle-timeouts"
    case .retries: "retries"
    case .questions: "auth-paths"
    }
  }

  /// The topics whose settings it says.
  package var topics: Set<Topic> {
    switch self {
    case .rewrites: [.rewrite]
    case .requestRates: [.requestRate, .exemptions]
    case .bodyLimits: [.bodyLimit]
    case .idleTimeouts: [.idleTimeout]
    case .retries: [.retries]
    case .questions: [.externalAuth]
    }
  }

  /// The findings about it, without the option and with it.
  package var codes: Set<String> {
    switch self {
    case .rewrites: []
    case .requestRates: [Protection.requestRate.rule.code, "rate-limit-by-tokens"]
    case .bodyLimits: [Protection.bodyLimit.rule.code, "body-limit-buffers"]
    case .idleTimeouts: ["idle-timeout-for-both"]
    case .retries: ["retries-differ"]
    case .questions: [Protection.externalAuth.rule.code, "external-auth-path-appended"]
    }
  }

  /// Filters of a lower priority are put into the chain first, and so come before others.
  ///
  /// Requests are counted before their bodies are waited for.
  var priority: Int {
    switch self {
    case .bodyLimits: 10
    case .rewrites, .requestRates, .idleTimeouts, .retries, .questions: 0
    }
  }
}
