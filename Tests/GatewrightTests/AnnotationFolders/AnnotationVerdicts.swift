import Evidence
import Gatewright

extension AnnotationFolder {
  /// The outcomes whose name is a word, or the word and a number; of keys that are too risky by
  /// default, those with allowed.yaml.
  func outcomes(named word: String, allowing isCritical: Bool) -> [AnnotationOutcome] {
    let addition = isCritical ? "allowed.yaml" : ""
    let reading = readings.first { $0.addition == addition }
    return (reading?.outcomes ?? []).filter { $0.name.prefix { $0 != "-" } == word }
  }
}

extension AnnotationOutcome {
  /// Whether a value is not in force, and nothing is found about the Ingress.
  var isLostInSilence: Bool { written != nil && !isInForce && findings.isEmpty }

  /// Whether the Ingress is refused for the risk of a key, whatever its value.
  func isRisky(_ key: String) -> Bool { reason.hasPrefix("\(key): its risk ") }

  /// What speaks against a value that cannot be used having done what the catalogue says; nil where
  /// nothing does.
  func fault(_ key: String, _ failure: AnnotationDescription.Failure) -> String? {
    switch failure {
    case .ignored: faultOfIgnored(key)
    case .groupLost: faultOfIgnored(key) ?? faultOfLostGroup(key)
    case .denied: faultOfRefused(key, .denied)
    case .dropped: faultOfRefused(key, .dropped)
    }
  }

  private func faultOfIgnored(_ key: String) -> String? {
    if state != .accepted { return "it is \(state.rawValue)" }
    if isInForce && value?.text == written { return "it is in force" }
    let isTold = findings.contains {
      $0 == "annotation-value-ignored [\(key)]" || $0 == "annotation-fails-open [\(key)]"
    }
    return isTold ? nil : "nobody is told"
  }

  /// All of the families that can be lost hang on one annotation.
  private func faultOfLostGroup(_ key: String) -> String? {
    companions.contains("auth-url") ? "auth-url is in force" : nil
  }

  private func faultOfRefused(_ key: String, _ expected: IngressInspection.State) -> String? {
    if state != expected { return "it is \(state.rawValue)" }
    return reason.hasPrefix("\(key):") ? nil : "the reason is \(reason)"
  }
}
