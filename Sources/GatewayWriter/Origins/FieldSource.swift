package import Evidence
package import Routing

/// Where the value of a field of an emitted object came from.
package enum FieldSource: Hashable, Sendable {
  /// From a part of an object of the input.
  case written(Origin)
  /// From the settings that decide these topics for an object; where there are none, from a default
  /// of ingress-nginx, in words. Without such words it is no source then.
  case settings([Topic], of: ObjectReference?, otherwise: String = "")
  /// From the place where an Ingress names a host; nil is every name.
  case host(String?, of: ObjectReference)
  /// From the entry of `spec.tls` that names a Secret (`namespace/name`) for a host.
  case certificate(String, host: String?)
  /// From what the user chose; the key of the settings file.
  case option(String)
  /// From nothing that somebody wrote: why it is so, one sentence without a full stop.
  case choice(String)
}

/// The sources of a field and of everything below it.
package struct FieldOrigin: Hashable, Sendable {
  /// For example `spec.rules[0].filters[1]`; empty for the whole object.
  package var path: String
  package var sources: [FieldSource]

  package init(_ path: String, _ sources: FieldSource...) {
    self.path = path
    self.sources = sources
  }

  package init(_ path: String, _ sources: [FieldSource]) {
    self.path = path
    self.sources = sources
  }
}

extension FieldOrigin {
  /// What every object has; the writer of a kind adds what it knows better.
  static let ofEveryObject: [FieldOrigin] = [
    FieldOrigin("apiVersion", .choice("The version that Istio 1.30 reads")),
    FieldOrigin("kind", .choice("The kind that can say this")),
    FieldOrigin("metadata.annotations", .option("provenance")),
  ]

  /// The origins of an object about which nothing more is known than where it came from.
  static func of(_ origins: [Origin]) -> [FieldOrigin] {
    [FieldOrigin("", origins.filter { $0.object != nil }.map { .written($0) })]
  }
}

extension [FieldOrigin] {
  /// The sources of a field: those of the nearest origin above it.
  package func sources(of path: String) -> [FieldSource] {
    var nearest: [FieldSource] = []
    var length = -1
    for origin in self where origin.covers(path) && !origin.sources.isEmpty {
      if origin.path.utf8.count > length {
        (nearest, length) = (origin.sources, origin.path.utf8.count)
      } else if origin.path.utf8.count == length {
        nearest += origin.sources
      }
    }
    return nearest
  }
}

extension FieldOrigin {
  /// Whether a field is this one, or stands below it.
  fileprivate func covers(_ field: String) -> Bool {
    if path.isEmpty || path == field { return true }
    return field.hasPrefix(path + ".") || field.hasPrefix(path + "[")
  }
}
