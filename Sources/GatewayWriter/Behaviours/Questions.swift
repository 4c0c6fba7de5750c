import Evidence
import GatewayAPI
import Routing

extension RouteSpeaker {
  /// How the authentication service is asked, as far as a provider of MeshConfig can say it.
  mutating func sayQuestion(_ service: ExternalAuthentication) {
    if !service.method.isEmpty {
      lose(.authMethod, because: "Istio asks with the client's method.")
    }
    saySignIn(service)
    let variable = service.questionHeaders.first { $0.value.contains("$") }
    if let variable {
      lose(.authQuestionHeaders, because: "The header \(variable.name) holds variables.")
    } else {
      said(.authQuestionHeaders)
    }
    if service.questionAddress.contains("$") {
      lose(.authQuestionAddress, because: "The address holds variables.")
    } else {
      said(.authQuestionAddress)
    }
    find(.externalAuthDiffers, about: .externalAuth, service.url)
    guard context.options.allowsEnvoyFilter, let exact = Provider(service)?.exactly else {
      return find(.externalAuthPathAppended, about: .externalAuth, service.url)
    }
    speech.patches.append(.question(exact))
  }
}

extension RouteSpeaker {
  /// The page to sign in, to which only a script sends clients.
  private mutating func saySignIn(_ service: ExternalAuthentication) {
    guard let page = service.signInPage, route.isForwarded else { return }
    if let problem = problem(with: page) { return lose(.authSignIn, because: problem) }
    said(.authSignIn)
    speech.patches.append(.signIn(page))
  }

  private func problem(with page: SignIn) -> String? {
    guard context.options.allowsEnvoyFilter else {
      return "Only the service itself can send clients to sign in, or an EnvoyFilter."
    }
    for case .errorPages(let pages) in route.behaviours where pages.statuses.contains(401) {
      return "401 is among the statuses of custom-http-errors."
    }
    let names = page.address.split(separator: "$", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) }
    let unknown = names.first { !EnvoyFilter.SignInScript.variables.contains($0) }
    return unknown.map { "The script does not know the variable $\($0)." }
  }
}

extension Rule {
  static let externalAuthDiffers = Rule(
    "external-auth-differs", .warning, .changed,
    title: "The authentication service is asked in another way",
    before: "ingress-nginx asks with GET, or auth-method, and the Host of auth-url, and with all "
      + "headers of the request. 2xx lets in, 401 and 403 go to the client, and anything else is 500.",
    after: "They ask with the client's method and Host, and with the headers that the provider "
      + "lists. Only 200 lets in; every other answer goes to the client, and what the service does "
      + "not send of auth-response-headers stays as the client sent it.",
    remedy: "Check that the service answers every method, and 200 only to those who may get in.")
  static let externalAuthPathAppended = Rule(
    "external-auth-path-appended", .warning, .changed,
    title: "The authentication service is asked for another path",
    before: "ingress-nginx asks for the path of auth-url, whatever the request is.",
    after: "They put path and query of the request behind the path of auth-url.",
    remedy: "Check that the service answers the same for every path below its own, or let "
      + "--allow-envoy-filter say the path.")
}
