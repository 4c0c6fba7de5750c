import Evidence
import Routing

extension RouteSpeaker {
  /// `error_page`, which only a script can say.
  mutating func sayErrorPages(_ pages: ErrorPages) {
    guard route.isForwarded || answersOtherwise(pages) else { return }
    if let problem = problem(with: pages) { return lose(.errorPages, because: problem) }
    said(.errorPages)
    find(.errorPagesByScript, about: .errorPages)
    speech.patches.append(.errorPages(pages.statuses))
  }

  /// Whether what the rule answers itself has a page, and is not what the page has.
  private func answersOtherwise(_ pages: ErrorPages) -> Bool {
    guard case .respond(let status) = route.destination else { return false }
    return pages.statuses.contains(status) && (status != 404 || pages.backend != nil)
  }

  /// Why the pages cannot be shown, one sentence; nil where they can.
  private func problem(with pages: ErrorPages) -> String? {
    guard context.options.allowsEnvoyFilter else {
      return "Only an EnvoyFilter can show a page in place of a status."
    }
    guard route.isForwarded else { return "The rule has no backend." }
    if let backend = pages.backend {
      return "The script has one page only, and does not ask \(backend)."
    }
    guard pages.interceptsBackends else {
      return "The script cannot tell Envoy's own errors from the backend's."
    }
    // What nginx answers before it has chosen a location has no page of the location.
    let early = host.behaviours.isEmpty ? nil : pages.statuses.first { [400, 403].contains($0) }
    return early.map { "The script would show the page for each \($0) of the host, too." }
  }
}

extension Rule {
  static let errorPagesByScript = Rule(
    "error-pages-by-script", .warning, .changed,
    title: "A script shows the page of error statuses",
    before:
      "ingress-nginx drops the backend's error and shows its own page, also for the 502 that it "
      + "answers where no connection to a backend comes about.",
    after:
      "They wait for the whole body of the error before they show the page, and answer 500 where "
      + "it is longer than the gateway's buffer. Where no connection comes about they have 503, "
      + "not 502, and show a page only if that is listed. Where no rule takes a request, what a "
      + "policy refuses before has no page.",
    remedy: "List 503 in custom-http-errors wherever 502 is.")
}
