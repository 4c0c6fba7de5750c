import Evidence
import Kubernetes
import Patterns
import Routing

extension Configuration {
  /// Everything that is to be said of servers, locations, upstreams and canaries.
  var findings: [Finding] {
    overlaid.map(finding) + serverFindings + backendFindings + connectionFindings + canaryFindings
      + skippedFindings
  }

  private func finding(_ path: OverlaidPath) -> Finding {
    let keeper = path.keeper.map { ingresses[$0].ingress.reference.description }
    return Finding(
      .pathOverlaid, of: ingresses[path.owner].ingress.reference, at: path.origin.place,
      field: path.origin.part,
      message: "\(path.host.isEmpty ? "*" : path.host)\(path.path) is kept by "
        + (keeper ?? "the controller"))
  }

  /// Parts of a manifest that the controller does not look at.
  private var skippedFindings: [Finding] {
    ingresses.flatMap { served -> [Finding] in
      let ingress = served.ingress
      var findings: [Finding] = []
      for rule in ingress.rules {
        for path in rule.paths ?? [] {
          guard case .resource(_, let kind, let name) = path.backend else { continue }
          findings.append(
            Finding(
              .backendResourceSkipped, of: ingress.reference, at: path.place,
              message: "\(kind) \(name)"))
        }
      }
      if !ingress.tls.isEmpty && !ingress.rules.contains(where: { !$0.host.isEmpty }) {
        findings.append(Finding(.tlsWithoutHost, of: ingress.reference, at: ingress.tls[0].place))
      }
      return findings
    }
  }
}

extension Rule {
  static let pathOverlaid = Rule(
    "path-overlaid", .warning, .equivalent,
    title: "An older Ingress already serves the path",
    before: "The oldest Ingress keeps a host and path; this one is ignored for it.",
    after: "They do the same.",
    remedy: "Remove the path from one of the two Ingresses.")
  static let backendResourceSkipped = Rule(
    "backend-resource-skipped", .warning, .equivalent,
    title: "The backend is a custom resource",
    before: "ingress-nginx skips paths whose backend is not a Service.",
    after: "They do the same.",
    remedy: "Point the path at a Service.")
  static let tlsWithoutHost = Rule(
    "tls-without-host", .warning, .equivalent,
    title: "The TLS section has no effect because no rule names a host",
    before: "Rules without a host belong to the default server, which has the default certificate.",
    after: "They do not serve the certificate either.",
    remedy: "Name the host in the rules.")
}
