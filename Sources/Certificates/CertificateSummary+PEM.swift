import SwiftASN1
import X509

extension CertificateSummary {
  /// Reads the first certificate of a PEM text, which is the leaf; nil where none can be read.
  package init?(pem: [UInt8]) {
    guard let text = Self.firstCertificate(String(decoding: pem, as: UTF8.self)),
      let document = try? PEMDocument(pemString: text),
      let certificate = try? Certificate(derEncoded: document.derBytes),
      let validity = Validity(der: document.derBytes)
    else { return nil }
    self.init(
      dnsNames: Self.dnsNames(of: certificate), commonName: Self.commonName(of: certificate),
      notBefore: validity.notBefore, notAfter: validity.notAfter)
  }

  /// The common names of all certificates of a PEM text, such as a list of authorities.
  package static func commonNames(pem: [UInt8]) -> [String] {
    let parts = String(decoding: pem, as: UTF8.self).split(separator: "-----BEGIN CERTIFICATE-----")
    return parts.compactMap { part in
      CertificateSummary(pem: Array("-----BEGIN CERTIFICATE-----\(part)".utf8))?.commonName
    }
  }

  private static func firstCertificate(_ text: String) -> String? {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmed }
    guard let start = lines.firstIndex(of: "-----BEGIN CERTIFICATE-----"),
      let end = lines[start...].firstIndex(of: "-----END CERTIFICATE-----")
    else { return nil }
    return lines[start...end].joined(separator: "\n")
  }

  private static func dnsNames(of certificate: Certificate) -> [String] {
    guard let names = try? certificate.extensions.subjectAlternativeNames else { return [] }
    return names.compactMap { name in
      guard case .dnsName(let name) = name else { return nil }
      return name
    }
  }

  private static func commonName(of certificate: Certificate) -> String {
    for part in certificate.subject {
      for attribute in part where attribute.type == .RDNAttributeType.commonName {
        return String(describing: attribute.value)
      }
    }
    return ""
  }
}

extension Substring {
  var trimmed: Substring {
    let head = drop(while: \.isWhitespace)
    return head.lastIndex { !$0.isWhitespace }.map { head[...$0] } ?? ""
  }
}
