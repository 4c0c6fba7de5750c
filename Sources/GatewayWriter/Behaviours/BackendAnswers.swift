import Routing

extension RouteSpeaker {
  /// What is not changed about backends' answers needs no word.
  mutating func sayPlainAnswers() {
    let rewrite = route.responseRewrite
    if rewrite?.location == nil { said(.backendLocation) }
    if rewrite?.cookieDomain == nil, rewrite?.cookiePath == nil { said(.backendCookies) }
  }

  /// `proxy_redirect`, `proxy_cookie_domain` and `proxy_cookie_path`, which only a script can say.
  mutating func sayAnswers(_ rewrite: ResponseRewrite) {
    guard context.options.allowsEnvoyFilter, route.isForwarded else { return }
    var said = ResponseRewrite()
    if rewrite.location != nil {
      if let problem = problem(withLocation: rewrite) {
        lose(.backendLocation, because: problem)
      } else {
        (said.location, said.completion) = (rewrite.location, rewrite.completion)
        self.said(.backendLocation)
      }
    }
    if rewrite.cookieDomain != nil || rewrite.cookiePath != nil {
      if let problem = problem(withCookies: rewrite) {
        lose(.backendCookies, because: problem)
      } else {
        (said.cookieDomain, said.cookiePath) = (rewrite.cookieDomain, rewrite.cookiePath)
        self.said(.backendCookies)
      }
    }
    if said != ResponseRewrite() { speech.patches.append(.answers(said)) }
  }

  /// Why the change of Location cannot be said, one sentence; nil where it can.
  private func problem(withLocation rewrite: ResponseRewrite) -> String? {
    switch rewrite.completion {
    case .omitted, nil: break
    case .kept, .written, .listener, .number:
      return "Paths become addresses with a port that the gateway does not have."
    }
    return rewrite.location?.problem ?? problem(withSetting: "location", "refresh")
  }

  private func problem(withCookies rewrite: ResponseRewrite) -> String? {
    let keepsSession = route.behaviours.contains { behaviour in
      guard case .sessionCookie = behaviour else { return false }
      return true
    }
    guard !keepsSession else { return "The cookie of Envoy's own sessions would be changed, too." }
    return rewrite.cookieDomain?.problem ?? rewrite.cookiePath?.problem
      ?? problem(withSetting: "set-cookie")
  }

  /// A header that the rule sets comes before the script, and would be changed by it.
  private func problem(withSetting names: String...) -> String? {
    for case .responseHeaders(let change) in host.behaviours + route.behaviours {
      let set = (change.set + change.add).first { names.contains($0.name.lowercased()) }
      if let set { return "The rule sets \(set.name) itself." }
    }
    return nil
  }
}

extension Route {
  fileprivate var responseRewrite: ResponseRewrite? {
    for case .responseRewrite(let rewrite) in behaviours { return rewrite }
    return nil
  }
}

extension ResponseRewrite.Pair {
  /// What a script does not do of what nginx reads into the texts; nil where they are plain.
  fileprivate var problem: String? {
    if from.hasPrefix("~") { return "\(from) is an expression." }
    return [from, to].first { $0.contains("$") }.map { "\($0) holds a variable." }
  }
}
