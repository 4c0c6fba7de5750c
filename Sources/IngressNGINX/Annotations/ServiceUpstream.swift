import Routing

/// Sends requests to the address of the Service instead of its endpoints (`serviceupstream`).
enum ServiceUpstream: AnnotationFamily {
  enum Key: String, CaseIterable {
    case enabled = "service-upstream"
  }

  /// What is written; nil leaves it to the ConfigMap.
  struct Setting: FamilySetting {
    var isOn: Bool?
  }

  static let heading: String? = "service-upstream"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .flag, fallback: .configMap("service-upstream"), scope: .upstream,
      meaning: "sends requests to the Service's address instead of its endpoints",
      notes: [
        "The oldest Ingress that names the Service and port decides.",
        "Anything but a boolean means false, also where the ConfigMap says true.",
        "Retries, affinity and upstream-hash-by then have only one address to choose.",
        "Services without an address of their own keep their endpoints.",
      ], fate: .lost(.answer, unless: "false"), countsOnCanaries: true)
  }

  /// Only an absent annotation leaves it to the ConfigMap: the parser returns the value with the
  /// error, and the value is false.
  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    guard let written = annotations.written(.enabled), boolean(written) == nil else {
      return Setting(isOn: try annotations.flag(.enabled))
    }
    annotations.ignore(.enabled, expected: "true or false", instead: "acts as if it were false")
    annotations.accept(.enabled, as: "false")
    return Setting(isOn: false)
  }
}

extension IngressSettings {
  var serviceUpstream: ServiceUpstream.Setting { self[ServiceUpstream.self] }
}
