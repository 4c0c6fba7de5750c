import Evidence
import GatewayAPI
import Routing

/// Plans every host of a site, in the site's order.
struct HostPlanner {
  private let listeners: SecureListeners
  private let context: SpeechContext

  init(_ listeners: SecureListeners, _ context: SpeechContext) {
    self.listeners = listeners
    self.context = context
  }

  func plan(_ host: Host, findings: inout [Finding], ledger: inout Ledger) -> HostPlan {
    let listener = context.authorities.listener(of: host, listeners.listener(for: host.pattern))
      .map { $0.choosingCiphers(of: host) }
    let isPassedThrough = listeners.passedThrough.contains(host.pattern)
    let writer = HostRules(
      host: host, context: context, hasCertificate: listener != nil,
      isPassedThrough: isPassedThrough)
    writer.note(in: &ledger)
    var plan = HostPlan(
      hostname: host.pattern.hostname, http: writer.groups(.http), https: nil,
      secureListener: listener, isPassedThrough: isPassedThrough, locations: writer.routes,
      setsAnswerHeaders: writer.setsAnswerHeaders, policies: writer.policies)
    if listener != nil { plan.https = writer.groups(.https) }
    findings += writer.findings
    return plan
  }
}

extension CertificateTable {
  /// The Secret of each server name.
  var secrets: [HostPattern: String] {
    Dictionary(entries.map { ($0.serverName, $0.secret) }) { first, _ in first }
  }

  /// The listener for a host: its own certificate, that of the wildcard one label up, or the default.
  func listener(
    of pattern: HostPattern, _ secrets: [HostPattern: String]
  ) -> SecureListener? {
    if let secret = secrets[pattern] {
      return SecureListener(hostname: pattern.hostname, secret: secret)
    }
    if case .exact(let name) = pattern, let dot = name.firstIndex(of: ".") {
      let domain = String(name[name.index(after: dot)...])
      if let secret = secrets[.oneLabel(domain: domain)] {
        return SecureListener(hostname: "*.\(domain)", secret: secret)
      }
    }
    guard fallback.contains("/") else { return nil }
    return SecureListener(hostname: nil, secret: fallback)
  }
}

extension Site {
  /// The certificates of the first TLS listener.
  var certificates: CertificateTable {
    for listener in listeners {
      guard case .https(let table) = listener.transport else { continue }
      return table
    }
    return CertificateTable(fallback: "")
  }

  /// The hosts on plain HTTP, which are all hosts of an nginx site.
  var plainHosts: [Host] {
    listeners.first { $0.transport == .http }?.hosts ?? []
  }
}
