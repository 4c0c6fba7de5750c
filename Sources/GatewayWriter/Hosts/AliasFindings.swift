import Evidence
import Routing

/// Wildcard aliases that take names from deeper wildcard hosts, which Gateway API gives to the host.
///
/// An alias `*.example.com` is nginx's own wildcard and is asked before the expressions that hosts
/// like `*.shop.example.com` become; Gateway API asks the longest wildcard first.
func aliasFindings(_ site: Site) -> [Finding] {
  let aliases = site.plainHosts.compactMap { host -> (host: Host, domain: String)? in
    guard case .labels(let domain) = host.pattern else { return nil }
    return (host, domain)
  }
  guard !aliases.isEmpty else { return [] }
  return site.plainHosts.flatMap { host -> [Finding] in
    guard case .oneLabel(let domain) = host.pattern else { return [] }
    return aliases.filter { ".\(domain)".hasSuffix(".\($0.domain)") }.map { alias in
      Finding(
        .aliasHidesWildcard, of: host.origin.object, at: host.origin.place,
        message: "*.\(domain), because of the alias *.\(alias.domain)")
    }
  }
}

extension Rule {
  static let aliasHidesWildcard = Rule(
    "alias-hides-wildcard", .warning, .changed,
    title: "A wildcard alias takes the names of a wildcard host today",
    before: "ingress-nginx asks wildcard aliases before wildcard hosts, however deep these are.",
    after: "The longest wildcard counts: the host gets its names.",
    remedy: "Check who is to serve the names, and remove the alias or the host.")
}
