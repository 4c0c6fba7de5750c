/// What is public on a certificate: its names and its validity.
package struct CertificateSummary: Hashable, Sendable {
  /// The DNS names of the subject alternative name extension.
  package var dnsNames: [String]
  /// The common name of the subject; empty where there is none.
  package var commonName: String
  /// Seconds since 1970.
  package var notBefore: Int
  /// Seconds since 1970.
  package var notAfter: Int

  package init(dnsNames: [String], commonName: String, notBefore: Int, notAfter: Int) {
    self.dnsNames = dnsNames
    self.commonName = commonName
    self.notBefore = notBefore
    self.notAfter = notAfter
  }
}
