import Routing

extension Answer {
  /// The answer after nginx's `error_page`: an error status of the proxy's own goes to the error
  /// backend, or becomes 404; what a backend answers is known only when it does.
  func withErrorPages(of route: Route) -> Answer {
    for behaviour in route.behaviours {
      guard case .errorPages(let pages) = behaviour else { continue }
      return replaced(by: pages, of: route)
    }
    return self
  }

  private func replaced(by pages: ErrorPages, of route: Route) -> Answer {
    switch outcome {
    case .failed: return self
    case .forwarded:
      guard pages.interceptsBackends else { return self }
      var answer = self
      let statuses = pages.statuses.map(String.init).joined(separator: ", ")
      let who = pages.backend?.description ?? "the controller's default backend with 404"
      answer.conditions.append("if the backend answers \(statuses), \(who) answers instead")
      return answer
    case .answered(let status, _):
      return pages.statuses.contains(status) ? page(for: status, pages, of: route) : self
    }
  }

  private func page(for status: Int, _ pages: ErrorPages, of route: Route) -> Answer {
    var answer = self
    answer.responseHeaders = []
    guard let backend = pages.backend else {
      answer.outcome = .answered(status: 404, location: nil)
      answer.steps.append(Step("\(status) is shown by the controller's 404", route.origin))
      return answer
    }
    answer.outcome = .forwarded([Fraction(.backend(backend), 1, of: 1)])
    answer.upstreamPath = "/"
    answer.steps.append(Step("\(status) is shown by \(backend)", route.origin))
    return answer
  }
}
