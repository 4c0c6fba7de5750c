import Routing

extension Passage {
  /// Asks for a user name and a password: nginx's `auth_basic`, Envoy's `basic_auth`.
  mutating func verdict(_ credentials: Credentials, of route: Route) -> AccessVerdict {
    let login: BasicLogin
    do {
      login = try BasicLogin(received)
    } catch {
      return .refused(challenge(credentials, error.rawValue, of: route))
    }
    switch credentials.verdict(on: login) {
    case .right:
      steps.append(Step("user \(login.user) is let in", route.origin))
      return .passed
    case .unknown(let condition): return .assumed(condition)
    case .wrong:
      return .refused(
        challenge(credentials, "Invalid username/password combination.", of: route))
    }
  }

  /// ingress-nginx takes the header off whatever lets the client in (`nginx.tmpl`), Envoy's filter
  /// leaves it.
  mutating func hideLogin() {
    guard received.reading.proxy == .nginx else { return }
    removedUpstreamHeaders.append("authorization")
  }

  private func challenge(_ credentials: Credentials, _ reason: String, of route: Route) -> Answer {
    let file = credentials.secret.isEmpty ? "" : " of Secret \(credentials.secret)"
    var answer = answered(
      401, Step("no valid user and password\(file): 401", route.origin),
      saying: "User authentication failed. \(reason)")
    answer.responseHeaders.append(
      Header(
        "www-authenticate", "\(credentials.scheme.rawValue) realm=\"\(realm(credentials))\""))
    return answer
  }

  /// Envoy names the address that was asked for, and at most 256 bytes of its path.
  private func realm(_ credentials: Credentials) -> String {
    switch received.reading.proxy {
    case .nginx: return credentials.realm
    case .envoy:
      let target = String(decoding: received.target.forwarded.prefix(256), as: UTF8.self)
      return "\(received.request.scheme.rawValue)://\(received.authority)\(target)"
    }
  }
}
