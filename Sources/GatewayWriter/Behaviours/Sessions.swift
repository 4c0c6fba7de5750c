import Evidence
import GatewayAPI
import Routing

extension RouteSpeaker {
  /// The cookie that keeps clients on one endpoint: the same for all routes to a Service port.
  mutating func saySession(_ choice: Choice) {
    let cookie = route.sessionCookie
    let shares = choice.otherwise.shares.filter { $0.weight > 0 }
    guard let backend = shares.first?.backend,
      let upstream = context.backends.upstreams[BackendPort(backend)]
    else { return }
    guard case .cookie(let sticky) = upstream.balancing else {
      if cookie == nil {
        said(.sessionCookie, .sessionMode)
      } else {
        lose(.sessionCookie, because: "Another Ingress decides how \(backend) is balanced.")
      }
      return
    }
    said(.sessionCookie, .sessionMode)
    if sticky.isPersistent { note(.sessionNotPersistent, sticky.name) }
    let isSecureOnly = context.backends.isSecureOnly(BackendPort(backend))
    let written = DestinationRule.HashCookie(sticky, isSecureOnly: isSecureOnly).written
    guard let cookie else {
      note(.sessionCookieDiffers, "\(sticky.name) is handed out here, too")
      return
    }
    let isSplit = shares.count > 1 || !choice.branches.isEmpty
    if isSplit {
      note(.sessionCookieDiffers, "\(sticky.name) is not handed out where requests are split")
    }
    let wanted = side == .https ? cookie.secureAttributes : cookie.attributes
    if let words = difference(wanted.components, written) {
      note(.sessionCookieDiffers, "\(sticky.name): \(words)")
    }
  }

  /// What nginx writes and Envoy does not, and the other way round; nil where both write the same.
  private func difference(_ before: [String], _ after: [String]) -> String? {
    let lost = before.filter { !after.contains($0) }
    let new = after.filter { !before.contains($0) }
    guard !lost.isEmpty || !new.isEmpty else { return nil }
    let parts = [
      lost.isEmpty ? nil : "without \(lost.joined(separator: ", "))",
      new.isEmpty ? nil : "with \(new.joined(separator: ", "))",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}

extension String {
  /// The attributes of a cookie.
  fileprivate var components: [String] {
    split(separator: ";").map { String($0.drop { $0 == " " }) }
  }
}

extension Route {
  fileprivate var sessionCookie: SessionCookie? {
    for behaviour in behaviours {
      guard case .sessionCookie(let cookie) = behaviour else { continue }
      return cookie
    }
    return nil
  }
}

extension Rule {
  static let sessionNotPersistent = Rule(
    "session-not-persistent", .warning, .changed,
    title: "A part of the sessions moves when endpoints come or go",
    before: "The cookie names an endpoint, and the client stays there while it is ready.",
    after: "The cookie is a hash, and a change of the endpoints moves some of the clients.",
    remedy: "Use Istio's persistent sessions: the label istio.io/persistent-session on the Service."
  )
  static let sessionCookieDiffers = Rule(
    "session-cookie-differs", .warning, .changed,
    title: "The session cookie has other attributes, or other paths hand it out",
    before:
      "nginx sets a cookie for each location of the Ingresses with affinity, Secure on https.",
    after: "One DestinationRule has one cookie for the whole Service, whoever routes there.",
    remedy: "Set session-cookie-path and session-cookie-max-age, and serve the host on https alone."
  )
}
