import Evidence
import Kubernetes
import Routing

extension Settings {
  /// Adds the annotations of an Ingress that are in force and ask for something.
  mutating func add(
    _ settings: IngressSettings, of ingress: Ingress, _ annotations: PrefixedAnnotations,
    prefix: String
  ) {
    for (key, annotation) in annotations.inOrder {
      guard let value = settings.accepted[key], let entry = Family.entries[key],
        let topic = Carriage.byKey[key]?.topic, !entry.fate.isNeutral(value),
        settings.canary.policy == nil || entry.countsOnCanaries || entry.risk == .critical
      else { continue }
      let origin = Origin(
        object: ingress.reference, place: annotation.place, start: ingress.metadata.place,
        part: "\(prefix)/\(key)")
      add(
        Setting(topic: topic, origin: origin, meaning: entry.meaning, loss: entry.fate.loss),
        of: ingress.reference)
    }
  }
}

extension ControllerSettings {
  /// The keys of the ConfigMap that are in force and that the new routes may say.
  func settings(of configMap: ObjectName) -> Settings {
    let object = ObjectReference(
      kind: "ConfigMap", namespace: configMap.namespace, name: configMap.name)
    var settings = Settings()
    for (key, place) in changed {
      guard let topic = Carriage.topicsOfConfigMap[key.name] else { continue }
      let origin = Origin(object: object, place: place, part: "data.\(key.name)")
      settings.add(
        shared: Setting(
          topic: topic, origin: origin, meaning: key.meaning, loss: key.risk ?? .answer))
    }
    return settings
  }
}

extension AnnotationEntry.Fate {
  /// What the lack of the annotation costs.
  fileprivate var loss: Loss {
    switch self {
    case .carriedOver: .answer
    case .lost(let loss, _): loss
    }
  }
}
