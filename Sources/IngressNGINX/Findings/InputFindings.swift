import Evidence
import Kubernetes

/// What is to be said once about the input as a whole.
func inputFindings(
  _ cluster: Cluster, _ served: [ServedIngress], _ options: ControllerOptions
) -> [Finding] {
  var findings: [Finding] = []
  if cluster.services.isEmpty && !served.isEmpty {
    findings.append(Finding(.servicesNotInInput))
  }
  if cluster.secrets.isEmpty && served.contains(where: { !$0.ingress.tls.isEmpty }) {
    findings.append(Finding(.secretsNotInInput))
  }
  if WatchedNamespaces(cluster, options).isGuess && !served.isEmpty {
    findings.append(Finding(.namespacesNotInInput))
  }
  let prefix = options.annotationsPrefix
  return findings + served.flatMap { foreignAnnotationFindings($0.ingress, prefix: prefix) }
}

extension Rule {
  static let servicesNotInInput = Rule(
    "services-not-in-input", .note, .equivalent,
    title: "The input holds no Services",
    before: "ingress-nginx answers 503 where a Service or port does not exist.",
    after: "Every Service that an Ingress names is taken to exist, with the port as written.",
    remedy: "Add the Services to the input, so that their ports can be checked.")
  static let secretsNotInInput = Rule(
    "secrets-not-in-input", .note, .equivalent,
    title: "The input holds no Secrets",
    before: "ingress-nginx shows its default certificate where a TLS Secret is missing or is for "
      + "another host.",
    after: "Every TLS Secret that an Ingress names is taken to exist and to be for its host.",
    remedy: "Add the TLS Secrets to the input, so that they can be checked; private keys are never "
      + "read.")
  static let namespacesNotInInput = Rule(
    "namespaces-not-in-input", .note, .equivalent,
    title: "The input holds no Namespaces",
    before: "ingress-nginx watches the namespaces whose labels fit --watch-namespace-selector.",
    after: "Every namespace is taken to fit.",
    remedy: "Add the Namespaces to the input, so that their labels can be checked.")
}
