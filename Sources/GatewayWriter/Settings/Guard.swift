import Routing

/// What a listener has to ask of a request before any route is chosen.
enum Guard: Hashable {
  /// Nobody gets in: the location is closed.
  case closed
  /// Only clients of some addresses get in.
  case addresses(AddressRule)
  /// A service decides, but about clients that the addresses let in (`satisfy any`).
  case service(ExternalAuthentication, unless: AddressRule)

  /// What is lost where no policy can say it.
  var protection: Protection? {
    switch self {
    case .closed: nil
    case .addresses: .addresses
    case .service: .externalAuth
    }
  }
}
