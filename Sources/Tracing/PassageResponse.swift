import Routing

extension Answer {
  /// The answer with what the backend is taken to send, as the client sees it.
  func withBackendAnswer(_ received: ReceivedRequest, _ rewrite: ResponseRewrite?) -> Answer {
    guard case .forwarded = outcome, let backend = received.request.world.backend else {
      return self
    }
    var answer = self
    answer.backendStatus = backend.status
    for header in backend.headers {
      switch ASCII.lower(header.name) {
      case "location":
        answer.backendLocation =
          rewrite?.rewritten(location: header.value, received)
          ?? header.value
      case "refresh":
        let text = rewrite?.rewritten(refresh: header.value) ?? header.value
        answer.responseHeaders.append(Header("refresh", text))
      case "set-cookie":
        let cookie = rewrite?.rewritten(cookie: header.value) ?? header.value
        answer.responseHeaders.append(Header("set-cookie", cookie.withoutCookieValue))
      case let name where !answer.responseHeaders.contains { ASCII.lower($0.name) == name }:
        answer.responseHeaders.append(Header(name, header.value))
      case _: break
      }
    }
    return answer
  }
}

extension String {
  /// The cookie's name and attributes, as all cookies are told here.
  fileprivate var withoutCookieValue: String {
    let name = prefix { $0 != "=" && $0 != ";" }
    return String(name) + drop { $0 != ";" }
  }
}
