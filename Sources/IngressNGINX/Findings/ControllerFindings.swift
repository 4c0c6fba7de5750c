import Evidence
import Kubernetes
import Routing

/// What is to be said of the controller's ConfigMap.
func controllerFindings(
  _ controller: ControllerSettings, _ options: ControllerOptions
) -> [Finding] {
  let subject = ObjectReference(
    kind: "ConfigMap", namespace: options.configMap.namespace, name: options.configMap.name)
  return controller.doubts.map { doubt in
    var finding = finding(doubt)
    finding.subject = subject
    return finding
  }
}

private func finding(_ doubt: ConfigMapDoubt) -> Finding {
  let place = doubt.entry.place
  let field = "data.\(doubt.entry.key)"
  let meaning = doubt.key.map { "ingress-nginx \($0.meaning)." }
  switch doubt.reason {
  case .unknown:
    let meant = nearestWord(to: doubt.entry.key, among: ConfigMapKey.byName.keys)
    return Finding(
      .configMapKeyUnknown, at: place, field: field,
      message: meant.map { "Did you mean \($0)?" } ?? "")
  case .unusable:
    return Finding(.configMapValueIgnored, at: place, field: field)
  case .partlyUnusable(let entries):
    return Finding(
      .configMapValueIgnored, at: place, field: field,
      message: entries.joined(separator: ", "), before: "ingress-nginx leaves these entries out.")
  case .refused(let entries):
    return Finding(
      .configurationRefused, at: place, field: field,
      message: "no address or range: \(entries.joined(separator: ", "))",
      after: "They are made as if these entries were not there.",
      remedy: "Correct the value before migrating.")
  case .notCarriedOver:
    return Finding(
      .configMapKeyNotCarriedOver, at: place, field: field,
      severity: doubt.key?.risk?.severity, before: meaning,
      after: doubt.key?.risk?.consequence)
  }
}

extension Rule {
  static let configMapKeyUnknown = Rule(
    "configmap-key-unknown", .note, .equivalent,
    title: "ingress-nginx v1.15.1 does not know the key of its ConfigMap",
    before: "ingress-nginx ignores it without a word.",
    after: "They ignore it as well.",
    remedy: "Check the spelling, or remove it.")
  static let configMapValueIgnored = Rule(
    "configmap-value-ignored", .warning, .equivalent,
    title: "The controller cannot use a value of its ConfigMap",
    before: "ingress-nginx keeps the default.",
    after: "They do the same.",
    remedy: "Correct or remove the value.")
}
