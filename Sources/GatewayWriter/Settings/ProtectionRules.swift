import Evidence

extension Rule {
  /// Every rule about protection that is lost.
  static let ofProtection: [Rule] = Protection.allCases.map(\.rule)

  /// A rule about protection that cannot be said: the location is closed instead.
  private init(_ code: String, closing title: String, before: String, remedy: String) {
    self.init(
      code, .error, .lost, title: "\(title), so the paths are closed", before: before,
      after: "They refuse every request, rather than let through what was refused.",
      remedy: "\(remedy) Or open the paths without it: --accept \(code).")
  }

  static let addressListLost = Rule(
    "address-list-lost", closing: "The list of client addresses cannot be kept here",
    before: "ingress-nginx answers 403 to clients that the lists keep out.",
    remedy: "Give the paths a form that an AuthorizationPolicy can name.")
  static let authenticationLost = Rule(
    "authentication-lost", closing: "Users and passwords cannot be asked for",
    before: "ingress-nginx answers 401 to clients without a user name and password.",
    remedy: "Put an authentication service in front, and name it with auth-url; or let the Secret "
      + "hold {SHA} passwords, and allow an EnvoyFilter with them: --allow-envoy-filter.")
  static let externalAuthenticationLost = Rule(
    "external-authentication-lost", closing: "The authentication service cannot be asked here",
    before: "ingress-nginx asks the service of auth-url about every request.",
    remedy: "Use an address of the form http://service.namespace.svc/path.")
  static let clientCertificateLost = Rule(
    "client-certificate-lost", closing: "Client certificates cannot be asked for here",
    before: "ingress-nginx answers 400 to clients without a certificate of the authority.",
    remedy: "Follow the finding's particulars.")
  static let rateLimitLost = Rule(
    "rate-limit-lost", closing: "The rate limit cannot be kept",
    before: "ingress-nginx answers 503 to clients with too many requests.",
    remedy: "Allow an EnvoyFilter that limits them: --allow-envoy-filter.")
  static let connectionLimitLost = Rule(
    "connection-limit-lost", closing: "The limit of connections cannot be kept",
    before: "ingress-nginx answers 503 to clients with too many requests at the same time.",
    remedy: "Limit the rate instead, with limit-rps and --allow-envoy-filter.")
  static let bodyLimitLost = Rule(
    "body-limit-lost", closing: "Request bodies cannot be limited",
    before: "ingress-nginx answers 413 above the limit that proxy-body-size asks for.",
    remedy: "Allow an EnvoyFilter that limits them: --allow-envoy-filter.")
  static let firewallLost = Rule(
    "firewall-lost", closing: "The rules of ModSecurity cannot be kept",
    before: "ingress-nginx refuses requests that the rules of ModSecurity find.",
    remedy: "Move the rules to a firewall in front, or to a Wasm plugin.")
  static let snippetLost = Rule(
    "snippet-lost", closing: "A snippet may refuse requests, and cannot be kept",
    before: "ingress-nginx runs the lines of the snippet.",
    remedy: "Replace the lines that the finding names.")
  static let userAgentsLost = Rule(
    "user-agents-lost", closing: "Blocked user agents and referers cannot be kept out",
    before: "ingress-nginx answers 403 to them.",
    remedy: "Block them in front of the gateway.")
}
