import Evidence
import Kubernetes

extension Configuration {
  /// Ingresses that ask for TLS to be passed on by a controller that does not do it.
  var passthroughFindings: [Finding] {
    guard !options.enablesSSLPassthrough else { return [] }
    return ingresses.filter { $0.settings.tlsPassthrough.isOn && !$0.isCanary }.map { served in
      Finding(
        .passthroughNotEnabled, of: served.ingress.reference,
        at: served.annotation("ssl-passthrough")?.place,
        field: "\(served.annotationsPrefix)/ssl-passthrough")
    }
  }
}

extension Rule {
  static let passthroughNotEnabled = Rule(
    "passthrough-not-enabled", .warning, .equivalent,
    title: "The controller does not pass TLS on, although an annotation asks for it",
    before:
      "ingress-nginx passes TLS on only where it runs with --enable-ssl-passthrough, and ends "
      + "it itself otherwise.",
    after: "They do the same.",
    remedy: "Say --enable-ssl-passthrough if the controller runs with it, or remove the annotation."
  )
}
