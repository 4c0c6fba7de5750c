import Evidence
import Routing

/// One nginx server: a host and its locations.
struct Server: Sendable {
  /// The host, lower case; `_` for the default server.
  var name: String
  /// The Ingress that brought the host; nil for the default server.
  var owner: Int?
  /// In the order in which the controller made them.
  private(set) var locations: [Location] = []
  /// Which certificate the host has; nil where it has none of its own.
  var certificate: ServerCertificate?
  private var byPath: [String: [Int]] = [:]
  private var firstByUpstream: [String: Int] = [:]

  static let defaultName = "_"

  init(name: String, owner: Int?, root: Location) {
    self.name = name
    self.owner = owner
    append(root)
  }
}

extension Server {
  /// The locations of a path, first made first.
  func locations(at path: String) -> [(index: Int, location: Location)] {
    (byPath[path] ?? []).map { ($0, locations[$0]) }
  }

  /// The position of the first location that leads to an upstream.
  func firstIndex(leadingTo upstream: String) -> Int? { firstByUpstream[upstream] }

  mutating func append(_ location: Location) {
    byPath[location.path, default: []].append(locations.count)
    if firstByUpstream[location.upstream] == nil {
      firstByUpstream[location.upstream] = locations.count
    }
    locations.append(location)
  }

  /// Puts another location of the same path in the place of an implicit one.
  mutating func replace(_ index: Int, by location: Location) {
    let former = locations[index].upstream
    locations[index] = location
    firstByUpstream[former] = locations.firstIndex { $0.upstream == former }
    firstByUpstream[location.upstream] = min(firstByUpstream[location.upstream] ?? index, index)
  }
}

/// The certificate of a server.
enum ServerCertificate: Hashable, Sendable {
  /// A Secret, `namespace/name`.
  case secret(String)
  /// The controller's default certificate, although the host asks for TLS.
  case fallback
}

/// One nginx location before its path is written for nginx.
struct Location: Sendable {
  var path: String
  var type: LocationType
  /// The upstream's name.
  var upstream: String
  /// The Ingress whose annotations count; nil for the default server's own `/`.
  var owner: Int?
  /// Made by the controller: no Ingress path stands behind it.
  var isImplicit: Bool
  /// Redirect and rewrite annotations count; not on a catch-all made of `spec.defaultBackend`.
  var appliesRedirects = true
  var origin: Origin
}
