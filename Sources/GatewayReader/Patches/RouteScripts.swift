import GatewayAPI
import Routing

/// The scripts of one route whose filters are in the chain.
struct RouteScripts {
  private var answers: EnvoyFilter.AnswerScript?
  private var signIn: EnvoyFilter.SignInScript?
  private var errorPages: EnvoyFilter.ErrorPageScript?
  private var marksAdmission = false

  /// Takes over the scripts that a patch merges; `filters` are the names in the chain.
  mutating func take(_ change: EnvoyFilter.RouteChange, where filters: Set<String>) {
    if filters.contains(EnvoyFilter.AnswerScript.filter) { answers = change.answers ?? answers }
    if filters.contains(EnvoyFilter.SignInScript.filter) { signIn = change.signIn ?? signIn }
    if filters.contains(EnvoyFilter.ErrorPageScript.filter) {
      errorPages = change.errorPages ?? errorPages
    }
    if filters.contains(EnvoyFilter.AdmissionScript.filter), change.admission != nil {
      marksAdmission = true
    }
  }

  /// What they do on a route that ends there.
  func behaviours(on destination: Destination) -> [Behaviour] {
    var behaviours: [Behaviour] = []
    if let answers {
      switch destination {
      case .forward: behaviours.append(.responseRewrite(ResponseRewrite(answers)))
      case .redirect, .respond:
        behaviours.append(.depends(on: "what a script makes of the rule's own answer"))
      }
    }
    if let signIn {
      behaviours.append(
        marksAdmission
          ? .signIn(SignIn(address: signIn.address))
          : .depends(on: "whether the backend answers 401, which sends clients to sign in"))
    }
    if let errorPages {
      // Which of two filters that were put in first sees an answer first is not followed here.
      behaviours.append(
        signIn != nil && errorPages.statuses.contains(401)
          ? .depends(on: "whether a 401 gets a page or sends clients to sign in")
          : .errorPages(
            ErrorPages(statuses: errorPages.statuses, backend: nil, interceptsBackends: true)))
    }
    return behaviours
  }
}

extension ResponseRewrite {
  /// What a script does.
  fileprivate init(_ script: EnvoyFilter.AnswerScript) {
    self.init(
      location: script.location.map { Pair($0) },
      completion: script.completesPaths ? .omitted : nil,
      cookieDomain: script.cookieDomain.map { Pair($0) },
      cookiePath: script.cookiePath.map { Pair($0) })
  }
}

extension ResponseRewrite.Pair {
  fileprivate init(_ pair: EnvoyFilter.AnswerScript.Pair) {
    self.init(from: pair.from, to: pair.to)
  }
}
