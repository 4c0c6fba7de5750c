import Routing

/// What a listener has to ask of a request before any route is chosen.
enum Guard: Hashable {
  /// Nobody gets in: the location is closed.
  case closed
  /// Only clients of some addresses get in.
  case addresses(AddressRule)
  /// A service decides.
  case service(ExternalAuthentication)
}
