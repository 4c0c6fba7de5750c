import Evidence
import GatewayAPI
import Routing

extension RouteSpeaker {
  /// `permanent-redirect` and `temporal-redirect`: nginx answers before it looks at anything else, so
  /// that the rule has no backend, also where the redirect cannot be said.
  mutating func sayRedirect(_ redirect: Redirect) {
    guard !answers else { return }
    let spoken = SpokenRedirect(redirect)
    guard let filter = spoken.filter else {
      speech.isAnswered = true
      let problem = spoken.problem.map { "\($0.prefix(1).uppercased())\($0.dropFirst()); " } ?? ""
      lose(.redirect, because: "\(problem)the paths answer 404.")
      return
    }
    said(.redirect)
    answer(with: filter, about: .redirect, differing: spoken.addsQuery || spoken.completes)
  }

  /// Lets the rule answer with a redirect.
  mutating func answer(
    with filter: HTTPRoute.RequestRedirect, about topic: Topic, differing isDifferent: Bool
  ) {
    speech.redirect = filter
    if isDifferent { find(.fixedRedirectKeepsQuery, about: topic) }
  }

  /// Whether the rule answers by itself already.
  var answers: Bool { speech.redirect != nil || speech.isAnswered }
}

extension Rule {
  static let fixedRedirectKeepsQuery = Rule(
    "fixed-redirect-keeps-query", .note, .changed,
    title: "A redirect to a fixed address keeps the query",
    before: "nginx answers with the address as it is written, and adds nothing of the request.",
    after: "Envoy adds the query of the request, and writes the address with a path, without the "
      + "scheme's own port.",
    remedy: "Nothing, unless the target minds; an address with a query of its own gets no other.")
}
