import Routing

extension Answer {
  /// The answer after nginx's `error_page`, or a script in its place: an error status goes to the
  /// error backend, or becomes 404; what a backend answers is known only where somebody says it.
  func withErrorPages(of route: Route, _ received: ReceivedRequest) -> Answer {
    for behaviour in route.behaviours {
      guard case .errorPages(let pages) = behaviour else { continue }
      return replaced(by: pages, of: route, received)
    }
    return self
  }

  private func replaced(
    by pages: ErrorPages, of route: Route, _ received: ReceivedRequest
  ) -> Answer {
    switch outcome {
    case .failed: return self
    case .forwarded:
      guard pages.interceptsBackends else { return self }
      if let backendStatus {
        let isPage = pages.statuses.contains(backendStatus)
        return isPage ? page(for: backendStatus, pages, of: route, received) : self
      }
      var answer = self
      let statuses = pages.statuses.map(String.init).joined(separator: ", ")
      let who = pages.backend?.description ?? "the controller's default backend with 404"
      answer.conditions.append("if the backend answers \(statuses), \(who) answers instead")
      return answer
    case .answered(let status, _):
      return pages.statuses.contains(status) ? page(for: status, pages, of: route, received) : self
    }
  }

  private func page(
    for status: Int, _ pages: ErrorPages, of route: Route, _ received: ReceivedRequest
  ) -> Answer {
    var answer = self
    answer.responseHeaders = []
    answer.backendLocation = nil
    guard let backend = pages.backend else {
      answer.outcome = .answered(status: 404, location: nil)
      answer.backendStatus = nil
      answer.steps.append(Step("\(status) is shown by the controller's 404", route.origin))
      return answer
    }
    answer.outcome = .forwarded([Fraction(.backend(backend), 1, of: 1)])
    let query = received.target.query.map { "?" + String(decoding: $0, as: UTF8.self) }
    answer.upstreamPath = "/" + (query ?? "")
    answer.upstreamHost = received.upstreamHost
    answer.upstreamScheme = "http"
    answer.clientHeaders = received.clientHeaders
    let accepted = received.headers.value(of: "accept").map { [Header("x-format", $0)] } ?? []
    answer.upstreamHeaders =
      [Header("x-code", String(status))] + accepted
      + [Header("x-original-uri", received.request.target)] + pages.headers
    answer.steps.append(Step("\(status) is shown by \(backend)", route.origin))
    return answer
  }
}
