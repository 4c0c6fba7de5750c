import Kubernetes

@testable import IngressNGINX

/// What the annotations of an Ingress in the namespace `shop` say.
func familyReading(
  _ annotations: [String: String],
  _ surroundings: AnnotationSurroundings = AnnotationSurroundings()
) -> IngressSettingsReading {
  let written = annotations.sorted { $0.key < $1.key }.map {
    Annotation(key: "nginx.ingress.kubernetes.io/" + $0.key, value: $0.value)
  }
  return IngressSettings.read(PrefixedAnnotations(written), namespace: "shop", surroundings)
}

/// What became of a value.
enum Verdict: Equatable {
  /// It is in force.
  case accepted
  /// The controller ignores it, or something beside it.
  case doubted
  case denied
  case dropped
}

extension IngressSettingsReading {
  /// What the controller makes of the annotations as a whole.
  var verdict: Verdict {
    if refusal != nil { return .dropped }
    if settings.denial != nil { return .denied }
    return doubts.isEmpty ? .accepted : .doubted
  }
}
