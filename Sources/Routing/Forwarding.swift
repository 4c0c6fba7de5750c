/// What a proxy believes of headers that say who the client is (ingress-nginx's
/// `use-forwarded-headers`, `enable-real-ip`).
package struct Forwarding: Hashable, Sendable {
  /// Whether scheme, host and port are believed, too (`use-forwarded-headers`).
  package var believesScheme: Bool
  /// The header with the client's address (`forwarded-for-header`); empty where the PROXY protocol
  /// says it.
  package var addressHeader: String
  /// The header with the client's host (`forwarded-host-header`).
  package var hostHeader: String
  /// The senders that are believed (`proxy-real-ip-cidr`).
  package var trusted: [String]
  /// Whether X-Forwarded-For is kept and added to (`compute-full-forwarded-for`).
  package var addsToAddresses: Bool

  package init(
    believesScheme: Bool, addressHeader: String, hostHeader: String, trusted: [String],
    addsToAddresses: Bool
  ) {
    self.believesScheme = believesScheme
    self.addressHeader = addressHeader
    self.hostHeader = hostHeader
    self.trusted = trusted
    self.addsToAddresses = addsToAddresses
  }
}
