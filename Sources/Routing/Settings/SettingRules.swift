package import Evidence

extension Setting {
  /// The finding that says that the new routes do without the setting.
  ///
  /// The reason says why, one sentence without repeating what it is; it may be empty.
  package func notCarriedOver(because reason: String = "") -> Finding {
    let isShared = origin.object?.kind == "ConfigMap"
    return Finding(
      isShared ? .configMapKeyNotCarriedOver : .annotationNotCarriedOver, of: origin.object,
      at: origin.place, field: origin.part, severity: loss.severity, message: reason,
      before: "ingress-nginx \(meaning).", after: loss.consequence)
  }
}

extension Rule {
  package static let annotationNotCarriedOver = Rule(
    "annotation-not-carried-over", .warning, .lost,
    title: "The annotation is not carried over",
    remedy: "Decide whether the new routes may go live without it, and replace it by hand if not.")
  package static let configMapKeyNotCarriedOver = Rule(
    "configmap-key-not-carried-over", .warning, .lost,
    title: "A setting of the controller is not carried over",
    before: "The setting holds for every Ingress of the controller.",
    after: "They do not have it.",
    remedy: "Decide whether the new routes may go live without it.")
}
