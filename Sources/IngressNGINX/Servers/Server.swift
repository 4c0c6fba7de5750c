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
  /// What holds for the whole server.
  var settings = ServerSettings()
  /// Finds locations where there are many; a few are searched one by one.
  private var index: LocationIndex?

  static let defaultName = "_"

  init(name: String, owner: Int?, root: Location) {
    self.name = name
    self.owner = owner
    append(root)
  }
}

extension Server {
  /// How many locations are searched one by one.
  private static let fewLocations = 16

  /// The locations of a path, first made first.
  func locations(at path: String) -> [(index: Int, location: Location)] {
    guard let index else {
      return locations.enumerated().filter { $0.element.path == path }
        .map { ($0.offset, $0.element) }
    }
    return (index.byPath[path] ?? []).map { ($0, locations[$0]) }
  }

  /// The position of the first location that leads to an upstream.
  func firstIndex(leadingTo upstream: String) -> Int? {
    guard let index else { return locations.firstIndex { $0.upstream == upstream } }
    return index.firstByUpstream[upstream]
  }

  mutating func append(_ location: Location) {
    locations.append(location)
    if index != nil {
      index?.add(location, at: locations.count - 1)
    } else if locations.count > Self.fewLocations {
      index = LocationIndex(locations)
    }
  }

  /// Puts another location of the same path in the place of an implicit one.
  mutating func replace(_ position: Int, by location: Location) {
    locations[position] = location
    if index != nil { index = LocationIndex(locations) }
  }
}

/// The positions of locations by what they are looked up by.
private struct LocationIndex: Sendable {
  var byPath: [String: [Int]] = [:]
  var firstByUpstream: [String: Int] = [:]

  init(_ locations: [Location]) {
    for (position, location) in locations.enumerated() { add(location, at: position) }
  }

  mutating func add(_ location: Location, at position: Int) {
    byPath[location.path, default: []].append(position)
    if firstByUpstream[location.upstream] == nil { firstByUpstream[location.upstream] = position }
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
