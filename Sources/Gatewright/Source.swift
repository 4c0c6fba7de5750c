import Evidence
import IngressNGINX
import Kubernetes
import Routing

/// What the inputs mean under ingress-nginx, and what a report needs to know of them.
struct Source {
  var site: Site
  var ingresses: [IngressState]
  var findings: [Finding]
  var objectCount: Int
  var skipped: [String: Int]

  /// Reads inputs as the ingress-nginx controller does; their trees are gone when this returns.
  init(_ inputs: some Sequence<Input>, options: MigrationOptions) {
    self.init(Surroundings(inputs, options: options), options: options)
  }

  /// Reads objects as the ingress-nginx controller does.
  init(_ objects: Surroundings, options: MigrationOptions) {
    let reading = IngressNGINX.read(
      objects.cluster, flags: options.controller.said,
      version: options.controller.version?.version)
    site = reading.site
    ingresses = reading.ingresses
    findings = objects.cluster.findings + reading.findings
    findings += Gatewright.findings(aboutAgesOf: objects.cluster.ingresses)
    findings += options.expiryFindings
    objectCount = objects.cluster.objectCount
    skipped = objects.cluster.skipped
  }
}
