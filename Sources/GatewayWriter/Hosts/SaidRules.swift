import GatewayAPI

extension HTTPRoute.Rule {
  /// The rule with what is done beside choosing a backend.
  func saying(_ speech: RouteSpeech) -> HTTPRoute.Rule {
    var rule = self
    rule.filters = speech.filters + filters
    return rule
  }

  /// The rule without a backend, with what every answer carries.
  func refusing(_ speech: RouteSpeech) -> HTTPRoute.Rule {
    var rule = self
    rule.filters = speech.answerFilters
    return rule
  }

  /// The rule for requests with a header alone.
  func requiring(_ header: HTTPRoute.Value) -> HTTPRoute.Rule {
    var rule = self
    for index in rule.matches.indices { rule.matches[index].headers.append(header) }
    if !comments.isEmpty { rule.comments.append("for the origins that CORS allows") }
    return rule
  }
}

extension [HTTPRoute.Rule] {
  /// The rules with what is done beside choosing a backend; those with CORS for some origins alone
  /// come first, since they have one condition more.
  func saying(_ speech: RouteSpeech) -> [HTTPRoute.Rule] {
    guard let condition = speech.corsCondition else { return map { $0.saying(speech) } }
    return map { $0.requiring(condition).saying(speech) } + map { $0.saying(speech.withoutCORS) }
  }
}
