import Evidence
import Kubernetes
import Routing

/// What is to be said of the annotations of one Ingress: values that the controller ignores, keys
/// that it does not know, and what is not carried over yet; keys are told with their prefix
/// (`--annotations-prefix`).
func annotationFindings(
  _ ingress: Ingress, _ annotations: PrefixedAnnotations, _ reading: IngressSettingsReading,
  prefix: String
) -> [Finding] {
  var findings = reading.doubts.map { doubt in
    Finding(
      doubt.failsOpen && reading.isServed ? .annotationFailsOpen : .annotationIgnored,
      of: ingress.reference, at: annotations[doubt.key]?.place, field: "\(prefix)/\(doubt.key)",
      message: "expected \(doubt.expected); the controller \(doubt.consequence)")
  }
  for (key, annotation) in annotations.inOrder {
    guard let finding = notCarriedOver(key, annotation, ingress, reading, prefix: prefix)
    else { continue }
    findings.append(finding)
  }
  if reading.settings.canary.isIncomplete {
    let key = annotations.inOrder.first { $0.key.hasPrefix("canary-") }
    findings.append(
      Finding(.canaryIncomplete, of: ingress.reference, at: key?.annotation.place))
  }
  return findings
}

private func notCarriedOver(
  _ key: String, _ annotation: Annotation, _ ingress: Ingress, _ reading: IngressSettingsReading,
  prefix: String
) -> Finding? {
  let field = "\(prefix)/\(key)"
  guard let entry = Family.entries[key] else {
    return unknownAnnotationFinding(key, annotation, ingress, prefix)
  }
  guard case .lost(let loss, _) = entry.fate else { return nil }
  if reading.settings.canary.policy != nil && !entry.countsOnCanaries && entry.risk != .critical {
    return Finding(
      .annotationIgnoredOnCanary, of: ingress.reference, at: annotation.place, field: field)
  }
  // What is not in force cannot be lost, but may come into force where a refusal is repaired.
  guard let value = reading.isServed ? reading.settings.accepted[key] : annotation.value,
    !entry.fate.isNeutral(value)
  else { return nil }
  // What is in force and can be said is the writer's to account for.
  guard Carriage.byKey[key]?.topic == nil || !reading.isServed else { return nil }
  return Finding(
    .annotationNotCarriedOver, of: ingress.reference, at: annotation.place, field: field,
    severity: loss.severity, before: "ingress-nginx \(entry.meaning).", after: loss.consequence)
}

extension IngressSettingsReading {
  /// Whether requests reach Services; otherwise nothing gets through that an annotation refuses.
  fileprivate var isServed: Bool { refusal == nil && settings.denial == nil }
}

extension Rule {
  static let annotationIgnored = Rule(
    "annotation-value-ignored", .warning, .equivalent,
    title: "The controller ignores the value of an annotation",
    before: "ingress-nginx ignores the value without a word.",
    after: "They do what ingress-nginx does today, not what the annotation seems to say.",
    remedy: "Decide what was meant, and correct or remove the annotation.")
  static let annotationFailsOpen = Rule(
    "annotation-fails-open", .warning, .equivalent,
    title: "The controller ignores an annotation that seems to protect",
    before: "ingress-nginx ignores the value without a word, and lets requests through.",
    after: "They let the same requests through.",
    remedy: "Correct the annotation, then migrate again; until then nothing protects the paths.")
  static let annotationIgnoredOnCanary = Rule(
    "annotation-ignored-on-canary", .note, .equivalent,
    title: "The annotation has no effect on a canary Ingress",
    before:
      "ingress-nginx takes this setting from the main Ingress, also for the canary's requests.",
    after: "They do the same.",
    remedy: "Remove the annotation, or put it on the main Ingress.")
  static let annotationUnknown = Rule(
    "annotation-unknown", .note, .equivalent,
    title: "ingress-nginx v1.15.1 does not know the annotation",
    before: "ingress-nginx ignores it without a word.",
    after: "They ignore it as well.",
    remedy: "Check the spelling, or remove it.")
}
