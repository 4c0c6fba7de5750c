import Evidence
import Kubernetes
package import Routing

/// Writes a site as Gateway API and Istio objects.
///
/// - Parameters:
///   - site: what ingress-nginx serves.
///   - options: what the user chose.
///   - emit: takes each object once; objects come in a stable order.
/// - Returns: what is to be said beside the objects.
package func write(
  _ site: Site, options: WriteOptions, emit: (Emitted) -> Void
) -> Writing {
  var writing = Writing()
  var findings: [Finding] = []
  var ledger = Ledger(site.settings)
  let planner = HostPlanner(site, options)
  let plans = site.nameableHosts(findings: &findings).map {
    planner.plan($0, findings: &findings, ledger: &ledger)
  }
  let drafts = draftRoutes(plans)
  guard !drafts.isEmpty else {
    writing.findings = findings + ledger.findings + [Finding(.defaultServerDiffers)]
    return writing
  }
  ObjectWriter(drafts, options).emitRoutes(emit)
  writePolicies(plans, site, options, into: &writing, findings: &findings, emit: emit)
  var policies = TrafficPolicies(options.trafficPolicies)
  for upstream in site.upstreams {
    let rule = destinationRule(upstream, options)
    let service = ObjectName(upstream.namespace, upstream.service)
    let origins = options.recordsOrigins
    emit(
      Emitted(
        policies.completed(rule, of: service),
        origins ? upstream.ruleOrigins(wanted: !options.trafficPolicies.isEmpty) : []))
  }
  writing.findings = unique(findings)
  writing.findings += ledger.findings
  writing.findings += environmentFindings(site, plans)
  writing.findings += sharedCertificateFindings(site)
  writing.findings += namespaceFindings(drafts, options) + policies.allFindings
  return writing
}

/// The findings without repetitions: what is said of a canary is the same on each of its paths.
private func unique(_ findings: [Finding]) -> [Finding] {
  var seen: Set<Finding> = []
  return findings.filter { seen.insert($0).inserted }
}
