import Evidence
import Routing

/// What becomes of each setting that somebody wrote, so that none is forgotten: one that nobody
/// speaks of is lost.
struct Ledger {
  private enum Entry {
    case open
    case said
    /// Why it is lost, one sentence; may be empty.
    case lost(String)
  }

  private let settings: Settings
  private var entries: [Entry]

  init(_ settings: Settings) {
    self.settings = settings
    entries = settings.all.map { $0.topic.isSaidByStructure ? .said : .open }
  }

  /// Notes that what decides a topic for an Ingress is said, wherever else it is lost.
  mutating func say(_ topic: Topic, of object: ObjectReference?) {
    for position in settings.positions(topic, of: object) {
      switch entries[position] {
      case .open: entries[position] = .said
      case .said, .lost: break
      }
    }
  }

  /// Notes that what decides a topic for an Ingress is lost somewhere.
  mutating func lose(_ topic: Topic, of object: ObjectReference?, because reason: String) {
    for position in settings.positions(topic, of: object) {
      switch entries[position] {
      case .open, .said: entries[position] = .lost(reason)
      case .lost: break
      }
    }
  }

  /// Notes everything that is said and lost of a route.
  mutating func note(_ speech: RouteSpeech, of object: ObjectReference?) {
    for topic in speech.said { say(topic, of: object) }
    for (topic, reason) in speech.lost { lose(topic, of: object, because: reason) }
  }

  /// What is to be said of the settings that are lost, in their order.
  var findings: [Finding] {
    zip(settings.all, entries).compactMap { setting, entry in
      switch entry {
      case .said: nil
      case .open: setting.notCarriedOver()
      case .lost(let reason): setting.notCarriedOver(because: reason)
      }
    }
  }
}

extension Topic {
  /// Whether the shape of the routes says it, and no behaviour has to.
  fileprivate var isSaidByStructure: Bool {
    switch self {
    case .alias, .wwwRedirect, .appRoot, .pathPattern, .secureRedirect, .finalSlash,
      .strictTransport, .canary, .connectTimeout, .balancing, .passthrough, .accessLog:
      true
    case .redirect, .relativeRedirects, .redirectPort, .rewrite, .forwardedPrefix, .hostRewrite,
      .addresses, .satisfy, .credentials, .externalAuth, .authMethod, .authSignIn,
      .authAnswerHeaders, .authQuestionHeaders, .authQuestionAddress, .authCookies,
      .clientCertificate, .certificateSubject, .certificateHeaders, .certificateErrorPage,
      .requestRate, .connections, .exemptions, .bodyLimit, .firewall, .userAgents, .snippet,
      .serverSnippet, .cors, .responseHeaders, .requestHeaders, .errorPages, .defaultBackend,
      .mirror, .mirrorHost, .backendLocation, .backendCookies, .hash, .sessionCookie,
      .sessionExpiry, .sessionMode, .canarySession, .idleTimeout, .retries, .backendProtocol,
      .backendTLS, .ciphers, .proxyProtocol, .clientAddress:
      false
    }
  }
}
