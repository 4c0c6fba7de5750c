import Routing

extension RouteSpeaker {
  /// Address lists, users and passwords, and authentication services.
  mutating func sayAccess(_ access: Access) {
    said(.satisfy)
    if access.addresses != AddressRule() { close(.addresses) }
    if access.credentials != nil { close(.credentials) }
    if access.external != nil { close(.externalAuth) }
  }
}
