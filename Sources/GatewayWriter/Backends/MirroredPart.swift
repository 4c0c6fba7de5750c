package import Evidence
package import Kubernetes
import Routing

/// How many requests the mirrors of some Ingresses get a copy of, as the user chose.
package struct MirroredPart: Hashable, Sendable {
  /// Of a hundred requests.
  package var percent: Int
  /// The Ingresses that ask for the mirrors; empty for all of them.
  package var ingresses: [ObjectName]
  package var place: Place?

  package init(percent: Int, ingresses: [ObjectName], place: Place? = nil) {
    self.percent = percent
    self.ingresses = ingresses
    self.place = place
  }
}

extension WriteOptions {
  /// The part that the mirror of an Ingress gets; nil for every request.
  ///
  /// What is said of a named Ingress goes before what is said of all, and later before earlier.
  func mirroredPercent(of ingress: ObjectName) -> Int? {
    let part =
      mirroredParts.last { $0.ingresses.contains(ingress) }
      ?? mirroredParts.last { $0.ingresses.isEmpty }
    return part.flatMap { $0.percent == 100 ? nil : $0.percent }
  }

  /// What is to be said of Ingresses that are named and have no mirror.
  func unusedMirroredParts(_ site: Site) -> [Finding] {
    guard !mirroredParts.isEmpty else { return [] }
    let routes = site.listeners.flatMap(\.hosts).flatMap(\.routes)
    let mirrored = Set(
      routes.filter(\.isMirrored).compactMap(\.owner)
        .map { ObjectName($0.namespace, $0.name) })
    return mirroredParts.flatMap { part in
      part.ingresses.filter { !mirrored.contains($0) }.map { ingress in
        Finding(
          .mirrorPartUnused, at: part.place, field: "mirrors",
          message: "Ingress \(ingress.namespace)/\(ingress.name)")
      }
    }
  }
}

extension Route {
  fileprivate var isMirrored: Bool {
    behaviours.contains { behaviour in
      guard case .mirror = behaviour else { return false }
      return true
    }
  }
}

extension Rule {
  static let mirrorPartUnused = Rule(
    "mirror-part-unused", .warning, .equivalent,
    title: "An Ingress that mirrors in the settings name has no mirror",
    before: "ingress-nginx copies no request of the Ingress.", after: "They copy none either.",
    remedy: "Check the name, or remove it from the settings file.")
}
