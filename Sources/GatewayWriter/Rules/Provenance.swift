import Evidence
import Kubernetes
import Routing

/// The annotation that says where an object came from.
package let sourceAnnotation = "gatewright.dev/source"

/// An origin in words: `Ingress shop/web, spec.rules[0].http.paths[1] (web.yaml:12)`.
func describe(_ origin: Origin) -> String {
  let object = origin.object?.description ?? "ingress-nginx"
  let part = origin.part.isEmpty ? "" : ", \(origin.part)"
  guard let place = origin.place else { return object + part }
  return "\(object)\(part) (\(Place(file: place.file, line: place.line)))"
}

extension WriteOptions {
  /// The annotations and comments of an object that came from these places.
  func provenance(_ origins: [Origin]) -> (annotations: [Annotation], comments: [String]) {
    guard writesProvenance else { return ([], []) }
    var sources: [String] = []
    var seen: Set<ObjectReference> = []
    for origin in origins {
      guard let object = origin.object, seen.insert(object).inserted else { continue }
      sources.append(describe(Origin(object: object, place: origin.start ?? origin.place)))
    }
    guard !sources.isEmpty else { return ([], []) }
    let value = sources.joined(separator: ", ")
    return ([Annotation(key: sourceAnnotation, value: value)], sources.map { "from \($0)" })
  }
}
