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
  let topology = Topology(site.reading, options)
  topology.note(in: &ledger)
  var options = options
  options.gatewayAnnotations = topology.annotations
  let listeners = SecureListeners(site)
  let backends = BackendContext(site) { listeners.listener(for: $0) != nil }
  let planner = HostPlanner(listeners, SpeechContext(site, options, backends))
  var patching = Patching(options)
  let plans = site.nameableHosts(findings: &findings).map {
    let styled = styled($0, site, options, &findings)
    return patching.taking(planner.plan(styled, findings: &findings, ledger: &ledger))
  }
  let drafts = draftRoutes(plans)
  guard !drafts.isEmpty || !site.passthroughs.isEmpty else {
    writing.findings = findings + ledger.findings + [Finding(.defaultServerDiffers)]
    return writing
  }
  let filters = PatchFilters(patching, options)
  for written in filters.written {
    let origins = options.recordsOrigins ? FieldOrigin.of(written.origins) : []
    emit(Emitted(written.filter, FieldOrigin.ofEveryObject + origins, patches: written.kind))
  }
  ObjectWriter(drafts, site.passthroughs, options).emitRoutes(emit)
  var policies = TrafficPolicies(options.trafficPolicies)
  BackendObjects(drafts, backends, options).write(emit, adding: &policies, into: &writing)
  writing.steps += topology.steps
  writePolicies(plans, site, topology, options, into: &writing, findings: &findings, emit: emit)
  let logs = AccessLogs(plans, site.settings, options)
  for object in logs.objects { emit(Emitted(object)) }
  writing.findings = unique(findings)
  writing.findings += ledger.findings + logs.findings
  writing.findings += filters.findings
  writing.steps += filters.steps
  writing.findings += environmentFindings(site, plans)
  writing.findings += sharedCertificateFindings(site)
  writing.findings += namespaceFindings(drafts, options) + policies.allFindings
  writing.findings += options.unusedMirroredParts(site)
  return writing
}

/// A site of ingress-nginx in the form that its authors meant; see `WriteOptions.Style.idiomatic`.
package func idiomatic(_ site: Site) -> Site {
  var styled = site
  for index in styled.listeners.indices {
    styled.listeners[index].hosts = site.listeners[index].hosts.map {
      IdiomaticHost($0, site.settings).host
    }
  }
  return styled
}

/// The host in the form that was asked for.
private func styled(
  _ host: Host, _ site: Site, _ options: WriteOptions, _ findings: inout [Finding]
) -> Host {
  switch options.style {
  case .faithful: return host
  case .idiomatic:
    let styled = IdiomaticHost(host, site.settings)
    findings += styled.findings
    return styled.host
  }
}

/// The findings without repetitions: what is said of a canary is the same on each of its paths.
private func unique(_ findings: [Finding]) -> [Finding] {
  var seen: Set<Finding> = []
  return findings.filter { seen.insert($0).inserted }
}
