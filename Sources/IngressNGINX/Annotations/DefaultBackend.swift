import Kubernetes
import Routing

/// A Service that takes over when the path's own Service has no endpoints, and shows error pages
/// (`defaultbackend`).
enum DefaultBackend: AnnotationFamily {
  enum Key: String, CaseIterable {
    case service = "default-backend"
  }

  struct Setting: FamilySetting {
    /// A Service of the Ingress's own namespace; empty where there is none.
    var service = ""
  }

  static let heading: String? = "default-backend"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .serviceName, failure: .dropped,
      meaning: "falls back to the first port of this Service where the path's own has no endpoints",
      notes: [
        "It also shows the pages of custom-http-errors.",
        "A Service that does not exist is ignored.",
      ], fate: .lost(.answer))
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    guard let name = try annotations.text(.service) else { return Setting() }
    guard annotations.surroundings.hasService(ObjectName(annotations.namespace, name)) else {
      throw .groupLost(key: Key.service.rawValue, reason: "a Service that exists")
    }
    return Setting(service: name)
  }
}

extension IngressSettings {
  var defaultBackend: DefaultBackend.Setting { self[DefaultBackend.self] }
}
