import Evidence
import Routing

/// One nginx server: a host and its locations.
struct Server: Sendable {
  /// The host, lower case; `_` for the default server.
  var name: String
  /// The Ingress that brought the host; nil for the default server.
  var owner: Int?
  /// In the order in which the controller made them.
  var locations: [Location]
  /// Which certificate the host has; nil where it has none of its own.
  var certificate: ServerCertificate?

  static let defaultName = "_"
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
