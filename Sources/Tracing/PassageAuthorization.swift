import Routing

extension Passage {
  /// Asks who may use the listener: services first, then refusals, then what is let in alone.
  ///
  /// - Parameters:
  ///   - authorization: what is asked, and of whom.
  ///   - listener: the listener that the request came to.
  ///   - route: the route that would take the request, which may say how services are asked.
  /// - Returns: the refusal; nil where the request is let in.
  mutating func meet(
    _ authorization: Authorization, of listener: Listener, before route: Route?
  ) -> Answer? {
    let depth = listener.trustedProxies
    for check in authorization.checks {
      let question = route?.question ?? check.question
      if let answer = ask(check, question, behind: depth, listener) { return answer }
    }
    for rule in authorization.denied {
      switch received.verdict(rule.test, behind: depth) {
      case .fails: continue
      case .holds: return denied(Step("a policy denies the request: 403", rule.origin))
      case .unknown(let texts): depend(on: texts.map { "not \($0), else 403" }, rule.origin)
      }
    }
    guard let allowed = authorization.allowed else { return nil }
    return allow(allowed, behind: depth, listener)
  }

  /// One rule that holds is enough; one that may hold makes the answer hang on that.
  private mutating func allow(
    _ rules: [AuthorizationRule], behind depth: Int, _ listener: Listener
  ) -> Answer? {
    var doubts: [(texts: [String], origin: Origin)] = []
    for rule in rules {
      switch received.verdict(rule.test, behind: depth) {
      case .holds:
        steps.append(Step("a policy allows the request", rule.origin))
        return nil
      case .fails: continue
      case .unknown(let texts): doubts.append((texts, rule.origin))
      }
    }
    guard let first = doubts.first else {
      return denied(Step("no policy allows the request: 403", listener.origin))
    }
    let text = doubts.map { $0.texts.joined(separator: " and ") }.joined(separator: ", or ")
    depend(on: ["\(text), else 403"], first.origin)
    return nil
  }

  private func denied(_ step: Step) -> Answer {
    answered(403, step, saying: "RBAC: access denied")
  }

  /// Puts what an answer hangs on where a person sees it.
  mutating func depend(on texts: [String], _ origin: Origin) {
    conditions += texts
    steps += texts.map { Step("depends on \($0)", origin) }
  }

  /// Anything but 200 of the service goes to the client (Envoy's ext_authz over HTTP).
  private mutating func ask(
    _ check: ServiceCheck, _ question: ServiceQuestion, behind depth: Int, _ listener: Listener
  ) -> Answer? {
    let verdict = TestVerdict.any(check.rules.map { received.verdict($0.test, behind: depth) })
    let origin = check.rules.first?.origin ?? listener.origin
    if verdict == .fails { return nil }
    if case .unknown(let texts) = verdict {
      depend(on: texts.map { "whether \(check.provider) is asked: \($0)" }, origin)
    }
    if let address = question.address { ask(address, of: origin) }
    guard let known = received.request.world.authentication[check.provider] else {
      depend(on: ["the consent of \(check.provider)"], origin)
      return nil
    }
    steps.append(Step("\(check.provider) answers \(known.status)", origin))
    guard known.status == 200 else {
      var answer = answered(
        known.status, location: known.headers.value(of: "location"),
        Step("\(check.provider) refuses: \(known.status)", origin))
      answer.responseHeaders += known.headers.refusal(question.refusalHeaders)
      return answer
    }
    for header in known.headers {
      let name = ASCII.lower(header.name)
      if question.upstreamHeaders.contains(name) {
        upstreamHeaders.replace(Header(name, header.value))
      }
      if question.responseHeaders.contains(name) {
        responseHeaders.append(Header(name, header.value))
      }
    }
    return nil
  }
}

extension [Header] {
  /// The headers of a refusal that reach the client: those listed, or all; Location is told apart,
  /// and the challenge always gets through.
  fileprivate func refusal(_ names: [String]) -> [Header] {
    map { Header(ASCII.lower($0.name), $0.value) }.filter { header in
      header.name != "location"
        && (names.isEmpty || names.contains(header.name) || header.name == "www-authenticate")
    }
  }
}
