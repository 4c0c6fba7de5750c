import Certificates
import Evidence

extension FieldReader {
  /// Reads a Secret's type, its keys, the names on its certificate and the passwords for which
  /// `auth-secret` may name it; never another value.
  mutating func secret(_ metadata: Metadata) -> Secret {
    accept("immutable")
    let data = stringEntries("data")
    let text = stringEntries("stringData")
    for entry in data { check(entry, in: "data", .dataKey, nil) }
    for entry in text { check(entry, in: "stringData", .dataKey, nil) }
    let keys = Set((data + text).map(\.key)).sorted()
    let type = string("type") ?? "Opaque"
    if type == "kubernetes.io/tls" { requireKeyPair(keys) }
    var secret = Secret(
      metadata: metadata, type: type, keys: keys, certificate: certificate(data, text),
      passwordFile: .ofFile(data, text))
    secret.passwordMap = .ofKeys(data, text)
    secret.authorities = authorities(data, text)
    return secret
  }

  private mutating func requireKeyPair(_ keys: [String]) {
    for key in ["tls.crt", "tls.key"] where !keys.contains(key) {
      report(
        .missingField, at: "data",
        message: "A Secret of the type kubernetes.io/tls needs the key `\(key)`.",
        remedy: "Add `\(key)`.")
    }
  }

  /// An entry of `stringData` wins over one of `data`, as in the API server.
  private mutating func certificate(
    _ data: [Annotation], _ text: [Annotation]
  ) -> CertificateSummary? {
    let field: String
    let pem: [UInt8]?
    if let entry = text.last(where: { $0.key == "tls.crt" }) {
      (field, pem) = ("stringData", Array(entry.value.utf8))
    } else if let entry = data.last(where: { $0.key == "tls.crt" }) {
      (field, pem) = ("data", [UInt8](base64: entry.value))
    } else {
      return nil
    }
    if let summary = pem.flatMap(CertificateSummary.init(pem:)) { return summary }
    let fault = pem == nil ? "is not base64" : "holds no PEM certificate that can be read"
    report(.secretUnreadable, at: field, message: "The entry `tls.crt` \(fault).")
    return nil
  }

  private func authorities(_ data: [Annotation], _ text: [Annotation]) -> [String] {
    let isAuthority = { (entry: Annotation) in ["ca.crt", "cacert"].contains(entry.key) }
    let plain = text.last(where: isAuthority).map { Array($0.value.utf8) }
    let encoded = data.last(where: isAuthority).flatMap { [UInt8](base64: $0.value) }
    return (plain ?? encoded).map(CertificateSummary.commonNames(pem:)) ?? []
  }
}
