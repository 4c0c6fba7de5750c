import Evidence
import GatewayReader
import Kubernetes
import Routing
import Tracing
import Verification

/// The comparison of a source with new routes, and the reasons for what differs.
struct VerificationWork {
  private let source: Source
  private let surroundings: Cluster
  private let ours: Translation
  private let options: MigrationOptions
  private let causes: Causes

  init(
    _ source: Source, _ surroundings: Cluster, _ ours: Translation, _ options: MigrationOptions
  ) {
    self.source = source
    self.surroundings = surroundings
    self.ours = ours
    self.options = options
    causes = Causes(ours.report.groups)
  }

  /// Compares with manifests; nil compares with what the migration wrote.
  func report(on manifests: [Input]?) -> VerificationReport {
    // Where there is no Ingress nothing is written, and nothing is to be the same.
    guard manifests != nil || !source.ingresses.isEmpty else {
      return VerificationReport(
        hosts: [], ingresses: [], environment: [], findings: Grouping(source.findings).groups)
    }
    let reading = manifests.map { read($0, asOurs: false) } ?? read([ours.manifests], asOurs: true)
    // What other manifests do is explained by a finding only where the migration does the same.
    let own =
      isOther(manifests) ? Answering(read([ours.manifests], asOurs: true).site) : nil
    let references = References(own: own, styled: options.styled(source.site))
    let comparison = Comparison(
      source.site, reading.site, reference: own ?? references.styled,
      budget: options.verification.budget,
      keepsWitnesses: options.verification.keepsWitnesses)
    let verdicts = comparison.verdicts { difference, verdict in
      explanation(of: difference, on: verdict, references).label
        + (references.styled != nil && difference.paths.isInOtherCase ? " in other case" : "")
    }
    let hosts = verdicts.map { verified($0, references) }
    return VerificationReport(
      hosts: hosts, ingresses: VerifiedIngress.all(verdicts, hosts),
      environment: EnvironmentDifference.all(under: options.pathNormalization),
      findings: Grouping(
        options.accepted.applied(to: reading.findings).filter { $0.rule != .acceptanceUnmet }
          + source.findings.filter { $0.rule.effect == .unreadable }
      )
      .groups)
  }

  /// Whether manifests are others than those that the migration wrote, to the letter.
  private func isOther(_ manifests: [Input]?) -> Bool {
    guard let manifests else { return false }
    return !(manifests.count == 1 && manifests[0].content == ours.manifests.content)
  }

  /// Reads manifests; around our own stands what they need, once every step is done.
  private func read(_ manifests: [Input], asOurs isOurs: Bool) -> GatewayReader.Reading {
    let objects = Surroundings(manifests, keeping: GatewayReader.keptKinds)
    var cluster = objects.cluster
    cluster.add(surroundings: surroundings)
    let needed = isOurs ? ours.report.surroundings : RequiredSurroundings()
    cluster.add(copies: needed.copiedSecrets)
    cluster.add(authorities: needed.authorities)
    var findings = objects.cluster.findings
    let mesh = options.meshConfig(with: needed.meshConfig, in: cluster, findings: &findings)
    var reading = GatewayReader.read(
      cluster, assumesSecrets: isOurs, gatewayClass: options.gateway.className,
      requests: options.pathNormalization.requestReading, mesh: mesh)
    reading.findings = findings + reading.findings
    return reading
  }

  private func verified(_ verdict: HostVerdict, _ references: References) -> VerifiedHost {
    let differences = verdict.differences.map { difference in
      AnswerDifference(
        difference, of: verdict.host,
        explained: explanation(of: difference, on: verdict, references))
    }
    return VerifiedHost(verdict, differences)
  }

  private func explanation(
    of difference: Counterexample, on verdict: HostVerdict, _ references: References
  ) -> Causes.Explanation {
    let isOurs =
      references.own.map {
        $0.answer(to: difference.request).disagreement(with: difference.after).isEmpty
      }
    guard isOurs ?? true else { return .nothing }
    return causes.explaining(
      difference, verdict.host, ingressesOfHost: verdict.objects,
      styled: references.styled?.answer(to: difference.request))
  }
}

/// What other sites answer, to which differences are held.
private struct References {
  /// What the migration writes, where something else is compared.
  let own: Answering?
  /// What ingress-nginx would serve in the form of the style, where that is another.
  let styled: Answering?
}

extension Causes.Explanation {
  /// Sets differences apart that are explained otherwise: one must not hide another.
  fileprivate var label: String { "\(isComplete) \(causes.map(\.code))" }
}
