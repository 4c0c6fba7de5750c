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
  let listeners = SecureListeners(site)
  let backends = BackendContext(site) { listeners.listener(for: $0) != nil }
  let planner = HostPlanner(listeners, SpeechContext(site, options, backends))
  let plans = site.nameableHosts(findings: &findings).map {
    planner.plan($0, findings: &findings, ledger: &ledger)
  }
  let drafts = draftRoutes(plans)
  guard !drafts.isEmpty || !site.passthroughs.isEmpty else {
    writing.findings = findings + ledger.findings + [Finding(.defaultServerDiffers)]
    return writing
  }
  ObjectWriter(drafts, site.passthroughs, options).emitRoutes(emit)
  var policies = TrafficPolicies(options.trafficPolicies)
  BackendObjects(drafts, backends, options).write(emit, adding: &policies, into: &writing)
  writePolicies(plans, site, options, into: &writing, findings: &findings, emit: emit)
  let logs = AccessLogs(plans, options)
  for object in logs.objects { emit(Emitted(object)) }
  writing.findings = unique(findings)
  writing.findings += ledger.findings + logs.findings
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
