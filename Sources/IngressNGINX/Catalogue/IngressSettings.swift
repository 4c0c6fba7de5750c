import Kubernetes

/// Everything that the annotations of one Ingress say, family by family.
///
/// Each family's file adds a property for what it says.
struct IngressSettings: Sendable {
  private var settings: [ObjectIdentifier: any FamilySetting] = [:]
  /// The values in force, by key without the prefix; keys that are not there have their defaults.
  private(set) var accepted: [String: String] = [:]
  /// Why every path answers 503; nil where they do not.
  private(set) var denial: String?

  /// What a family says.
  subscript<Family: AnnotationFamily>(_ family: Family.Type) -> Family.Setting {
    settings[ObjectIdentifier(family)] as? Family.Setting ?? Family.Setting()
  }
}

/// What reading the annotations of one Ingress gives.
struct IngressSettingsReading: Sendable {
  var settings = IngressSettings()
  var doubts: [Doubt] = []
  /// Why the Ingress is refused as a whole; nil where it is not.
  var refusal: String?
}

extension IngressSettings {
  /// Reads every family that has a key written; a refusal of the whole Ingress does not hide the
  /// others' doubts.
  static func read(
    _ annotations: PrefixedAnnotations, namespace: String = "",
    _ surroundings: AnnotationSurroundings = AnnotationSurroundings()
  ) -> IngressSettingsReading {
    var reading = IngressSettingsReading()
    for family in Family.families(of: annotations) {
      reading.read(family.type, annotations, namespace, surroundings)
    }
    return reading
  }

  fileprivate mutating func add<Family: AnnotationFamily>(
    _ setting: Family.Setting, of family: Family.Type, _ values: [String: String]
  ) {
    settings[ObjectIdentifier(family)] = setting
    accepted.merge(values) { _, new in new }
  }

  fileprivate mutating func deny(_ reason: String) {
    if denial == nil { denial = reason }
  }
}

extension IngressSettingsReading {
  fileprivate mutating func read<Family: AnnotationFamily>(
    _ family: Family.Type, _ all: PrefixedAnnotations, _ namespace: String,
    _ surroundings: AnnotationSurroundings
  ) {
    var annotations = Annotations<Family>(all, namespace: namespace, surroundings)
    do throws(Refusal) {
      let setting = try Family.read(&annotations)
      settings.add(setting, of: family, annotations.accepted)
    } catch {
      refuse(error, family)
    }
    if let denial = annotations.denial { settings.deny(denial) }
    doubts += annotations.doubts
  }

  private mutating func refuse<Family: AnnotationFamily>(
    _ refusal: Refusal, _ family: Family.Type
  ) {
    switch refusal {
    case .groupLost(let key, let reason):
      let failsOpen = Family.Key(rawValue: key).map { Family.entry(of: $0).failsOpen } ?? false
      doubts.append(
        Doubt(
          key: key,
          expected: reason.hasPrefix("its value is not ") ? String(reason.dropFirst(17)) : reason,
          consequence: "drops everything that its group of annotations says", failsOpen: failsOpen))
    case .denied(let key, let reason): settings.deny("\(key): \(reason)")
    case .dropped(let key, let reason): self.refusal = self.refusal ?? "\(key): \(reason)"
    }
  }
}
