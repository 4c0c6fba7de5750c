import Evidence
import Kubernetes
import Patterns
import Routing

extension Configuration {
  /// Everything that is to be said of servers, locations, upstreams and canaries.
  var findings: [Finding] {
    unserved.map(finding) + unservedIngressFindings + serverFindings + aliasFindings
      + backendFindings
      + connectionFindings + canaryFindings
      + skippedFindings + passthroughFindings
  }

  private func finding(_ path: UnservedPath) -> Finding {
    let rule: Rule
    let other: String
    switch path.reason {
    case .taken(let keeper):
      rule = .pathOverlaid
      other = keeper.map { ingresses[$0].ingress.reference.description } ?? "the controller"
    case .upstreamOfCanary(let canary):
      rule = .pathLostToCanary
      other = ingresses[canary].ingress.reference.description
    }
    return Finding(
      rule, of: ingresses[path.owner].ingress.reference, at: path.origin.place,
      field: path.origin.part,
      message: "\(path.host.isEmpty ? "*" : path.host)\(path.path), because of \(other)")
  }

  /// Ordinary Ingresses none of whose paths became a location.
  private var unservedIngressFindings: [Finding] {
    Dictionary(grouping: unserved, by: \.owner).sorted { $0.key < $1.key }
      .compactMap { owner, paths in
        let ingress = ingresses[owner].ingress
        let count = ingress.rules.reduce(0) { $0 + ($1.paths ?? []).count }
        guard paths.count == count, ingress.defaultBackend == nil else { return nil }
        return Finding(.ingressUnserved, of: ingress.reference, at: ingress.metadata.place)
      }
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
  static let pathLostToCanary = Rule(
    "path-lost-to-canary", .warning, .equivalent,
    title: "The path is not served because an older canary uses the same Service and port",
    before:
      "The canary made the upstream, which gets no location of its own; the path answers 404.",
    after: "They do the same.",
    remedy: "Give the canary its own Service, or make the canary younger than this Ingress.")
  static let ingressUnserved = Rule(
    "ingress-unserved", .warning, .notServed,
    title: "No path of the Ingress is served",
    before: "Every path is taken by another Ingress or by a canary.",
    after: "They do the same.",
    remedy: "See what is said of its paths, and remove the Ingress or correct it.")
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
