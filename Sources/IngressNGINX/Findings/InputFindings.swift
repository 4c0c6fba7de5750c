import Evidence
import Kubernetes

/// What is to be said once about the input as a whole.
func inputFindings(_ cluster: Cluster, _ served: [ServedIngress]) -> [Finding] {
  var findings: [Finding] = []
  if cluster.services.isEmpty && !served.isEmpty {
    findings.append(Finding(.servicesNotInInput))
  }
  if cluster.secrets.isEmpty && served.contains(where: { !$0.ingress.tls.isEmpty }) {
    findings.append(Finding(.secretsNotInInput))
  }
  return findings
}

/// What is to be said of the controller's ConfigMap.
func controllerFindings(
  _ controller: ControllerSettings, _ options: ControllerOptions
) -> [Finding] {
  let subject = ObjectReference(
    kind: "ConfigMap", namespace: options.configMap.namespace, name: options.configMap.name)
  let unread = controller.unread.map { entry in
    Finding(
      .configMapKeyNotCarriedOver, of: subject, at: entry.place, field: "data.\(entry.key)",
      severity: protectiveConfigMapKeys.contains(entry.key) ? .error : .warning)
  }
  let unusable = controller.unusable.map { entry in
    Finding(
      .configMapValueIgnored, of: subject, at: entry.place, field: "data.\(entry.key)")
  }
  let lists = [
    ("whitelist-source-range", controller.allowedAddresses),
    ("denylist-source-range", controller.deniedAddresses),
    ("custom-http-errors", controller.errorStatuses.map(String.init)),
  ].filter { !$0.1.isEmpty }.map { key, _ in
    Finding(
      .configMapKeyNotCarriedOver, of: subject, field: "data.\(key)",
      severity: protectiveConfigMapKeys.contains(key) ? .error : .warning)
  }
  return unread + unusable + lists
}

/// ConfigMap keys that refuse requests.
private let protectiveConfigMapKeys: Set<String> = [
  "global-auth-url", "block-cidrs", "block-user-agents", "block-referers", "enable-modsecurity",
  "ssl-reject-handshake", "server-snippet", "location-snippet", "http-snippet", "main-snippet",
  "proxy-body-size", "whitelist-source-range", "denylist-source-range",
]

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
  static let configMapKeyNotCarriedOver = Rule(
    "configmap-key-not-carried-over", .warning, .lost,
    title: "A setting of the controller is not carried over yet",
    before: "The setting holds for every Ingress of the controller.",
    after: "They do not have it.",
    remedy: "Decide whether the new routes may go live without it.")
  static let configMapValueIgnored = Rule(
    "configmap-value-ignored", .warning, .equivalent,
    title: "The controller cannot use a value of its ConfigMap",
    before: "ingress-nginx keeps the default.",
    after: "They do the same.",
    remedy: "Correct or remove the value.")
}
