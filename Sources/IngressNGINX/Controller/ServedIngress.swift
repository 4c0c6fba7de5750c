import Evidence
import Kubernetes
import Routing

/// An Ingress that the controller serves, with what its annotations say.
struct ServedIngress: Sendable {
  var ingress: Ingress
  var settings: IngressSettings
  /// `--annotations-prefix`.
  var annotationsPrefix: String

  var isCanary: Bool { settings.canary.policy != nil }
  var namespace: String { ingress.metadata.namespace }

  /// The annotation of a key without the prefix; nil where it is not written.
  func annotation(_ key: String) -> Annotation? {
    ingress.metadata.annotations.last { $0.key == "\(annotationsPrefix)/\(key)" }
  }

  /// The place of one part of the Ingress.
  func origin(_ part: String, at place: Place) -> Origin {
    Origin(
      object: ingress.reference, place: place, start: ingress.metadata.place, part: part)
  }

  /// The place of the Ingress itself.
  var origin: Origin { origin("", at: ingress.metadata.place) }
}

extension IngressPath {
  /// The path that nginx gets: `/` where none is written.
  var nginxPath: String { path.isEmpty ? "/" : path }

  /// The two path types that exist for nginx (`k8s.SetDefaultNGINXPathType`).
  var nginxType: LocationType { type == .exact ? .exact : .prefix }
}

/// How a location's path is compared: what remains of the path types.
enum LocationType: Hashable, Sendable {
  case exact
  case prefix
}
