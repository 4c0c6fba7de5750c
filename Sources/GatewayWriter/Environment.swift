import Evidence
import GatewayAPI
import Routing

/// Differences between nginx and Envoy that hold for every route; told once.
func environmentFindings(_ site: Site, _ plans: [HostPlan]) -> [Finding] {
  let hosts = site.plainHosts
  var findings = [Finding(.requestPathsDiffer)]
  if hosts.contains(where: { $0.routes.contains { $0.secureRedirect != nil } }) {
    findings.append(Finding(.redirectKeepsSlash))
  }
  let locations = plans.lazy.flatMap(\.locations).map(\.route)
  if locations.contains(where: { $0.isOwnRedirect && !$0.isServerLevel }) {
    findings.append(Finding(.slashRedirectDiffers))
  }
  let hasSecurity = site.listeners.contains { !$0.responseHeaders.isEmpty }
  if hasSecurity, plans.contains(where: \.leavesSecurePaths) {
    findings.append(Finding(.strictTransportSecurityUnrouted))
  }
  if plans.contains(where: \.refusesWithoutHeaders) {
    findings.append(Finding(.refusalsWithoutHeaders))
  }
  findings.append(Finding(.defaultServerDiffers))
  return findings + plainHostFindings(plans) + aliasFindings(site) + bodyLimitFindings(site)
}

extension HostPlan {
  /// Whether some path over https has no rule.
  fileprivate var leavesSecurePaths: Bool {
    guard let https else { return false }
    return !https.contains { group in group.rules.contains { $0.takesEverything } }
  }
}

extension HostPlan {
  /// Whether a policy refuses requests before a rule would put headers on the answer.
  fileprivate var refusesWithoutHeaders: Bool {
    !policies.isEmpty && setsAnswerHeaders
  }
}

extension HTTPRoute.Rule {
  /// Whether the rule takes the requests that no other takes.
  fileprivate var takesEverything: Bool {
    matches.contains { match in
      match.headers.isEmpty && match.path.map { $0.isRoot } ?? true
    }
  }
}

extension HTTPRoute.Path {
  fileprivate var isRoot: Bool {
    switch type {
    case .pathPrefix: value == "/"
    case .regularExpression: value.hasPrefix("(?is)(?:^/).*") || value.hasPrefix("(?is).*(?:^/).*")
    case .exact: false
    }
  }
}

/// Hosts that ingress-nginx also serves over https, with its default certificate.
private func plainHostFindings(_ plans: [HostPlan]) -> [Finding] {
  let plain = plans.filter { $0.secureListener == nil && !$0.isPassedThrough && !$0.http.isEmpty }
  guard let first = plain.first else { return [] }
  let count = plain.count == 1 ? "1 host" : "\(plain.count) hosts"
  return [
    Finding(
      .hostWithoutCertificate, message: "\(count), for example \(first.hostname ?? "any name")")
  ]
}

/// One certificate on several https listeners: browsers reuse a connection for the other host.
func sharedCertificateFindings(_ site: Site) -> [Finding] {
  Dictionary(grouping: site.certificates.entries, by: \.secret)
    .filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
    .map { secret, entries in
      let names = entries.compactMap { $0.serverName.hostname }.sorted()
      let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
      return Finding(.certificateShared, message: "Secret \(secret) for \(shown)")
    }
}

/// Hosts whose routes come from several namespaces, where each namespace has its own Gateway.
func namespaceFindings(_ drafts: [RouteDraft], _ options: WriteOptions) -> [Finding] {
  guard options.usesSeveralGateways else { return [] }
  var owners: [String: Set<String>] = [:]
  for draft in drafts {
    for hostname in draft.hostnames {
      owners[hostname ?? "*", default: []].insert(draft.owner.namespace)
    }
  }
  return owners.filter { Set($0.value.map { options.gateway(of: $0) }).count > 1 }
    .sorted { $0.key < $1.key }.map { host, namespaces in
      Finding(
        .hostInSeveralGateways,
        message: "\(host) in \(namespaces.sorted().joined(separator: ", "))")
    }
}

extension Rule {
  static let requestPathsDiffer = Rule(
    "request-paths-differ", .note, .changed,
    title: "nginx and Envoy read unusual request paths and hosts differently",
    before: "nginx decodes %2F and merges // before it matches, forwards the path as sent, takes a "
      + "final dot in the Host header, and answers 400 to paths above the root.",
    after: "Istio keeps %2F and // unless meshConfig.pathNormalization says otherwise, forwards "
      + "the normalised path, and knows no final dot.",
    remedy: "Set meshConfig.pathNormalization to DECODE_AND_MERGE_SLASHES to come close.")
  static let redirectKeepsSlash = Rule(
    "redirect-keeps-slash", .note, .changed,
    title: "The redirect to https keeps a final slash and a port",
    before: "nginx drops one / at the very end of path and query, and the port, from the Location.",
    after: "Envoy keeps the path as it is.",
    remedy: "Nothing; both addresses lead to the same place for most sites.")
  static let slashRedirectDiffers = Rule(
    "slash-redirect-differs", .note, .changed,
    title: "The redirect from /path to /path/ is written by Envoy",
    before: "nginx writes the Host header without its port into the Location.",
    after: "Envoy writes the Host header as the client sent it.",
    remedy: "Nothing.")
  static let strictTransportSecurityUnrouted = Rule(
    "strict-transport-security-unrouted", .note, .changed,
    title: "404 for paths without a route comes without Strict-Transport-Security",
    before: "ingress-nginx puts the header on every answer over https.",
    after: "Every route over https sets it; what Envoy answers without a route does not carry it.",
    remedy: "Nothing; browsers learn it from any other answer of the host.")
  static let refusalsWithoutHeaders = Rule(
    "refusals-without-headers", .note, .changed,
    title: "What a policy refuses is answered without the headers of the route",
    before: "nginx puts the headers of the location on a refusal, too, and "
      + "Strict-Transport-Security over https.",
    after: "An AuthorizationPolicy answers before the route is asked for its headers.",
    remedy: "Nothing, unless clients look at headers of refusals.")
  static let defaultServerDiffers = Rule(
    "default-server-differs", .note, .changed,
    title: "Names that no Ingress serves are answered differently",
    before: "ingress-nginx answers them on both ports, 404, with /healthz as 200 and "
      + "/nginx_status as 403.",
    after: "They get 404 on port 80, and no TLS connection on port 443.",
    remedy: "Point health checks of load balancers at the gateway's own probe.")
  static let hostWithoutCertificate = Rule(
    "host-without-certificate", .note, .changed,
    title: "https no longer answers on hosts without a certificate",
    before:
      "ingress-nginx serves every host on port 443, with its self-signed default certificate.",
    after: "Only hosts with a certificate have an https listener.",
    remedy: "Nothing, unless clients use https and ignore the certificate; "
      + "--default-ssl-certificate brings a listener for all hosts.")
  static let certificateShared = Rule(
    "certificate-shared", .warning, .changed,
    title: "Several https listeners show the same certificate",
    before: "nginx serves every host on every connection.",
    after: "A browser may reuse an HTTP/2 connection for another host of the certificate, and "
      + "Istio answers 404 there.",
    remedy: "Use one wildcard host and listener, or one certificate for each host.")
  static let hostInSeveralGateways = Rule(
    "host-in-several-gateways", .error, .changed,
    title: "One host would be served by several Gateways",
    before: "ingress-nginx serves the host at one address, whatever namespace its paths are in.",
    after: "Each Gateway has an address of its own, and knows the paths of its namespaces only.",
    remedy: "Let one Gateway serve these namespaces, or give each namespace its own host.")
}
