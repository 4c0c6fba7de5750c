import SwiftASN1

/// The `validity` of a certificate (RFC 5280 section 4.1.2.5) in seconds since 1970.
///
/// Read from the encoded form, because the X.509 library hands it out as a Foundation date.
struct Validity: Hashable, Sendable {
  var notBefore: Int
  var notAfter: Int

  init?(der: [UInt8]) {
    guard let certificate = try? DER.parse(der), let toBeSigned = certificate.children.first,
      let validity = toBeSigned.children.first(where: \.isValidity)
    else { return nil }
    let times = validity.children.compactMap(\.secondsSince1970)
    guard times.count == 2, let first = times.first, let last = times.last else { return nil }
    (notBefore, notAfter) = (first, last)
  }
}

extension ASN1Node {
  var children: [ASN1Node] {
    guard case .constructed(let nodes) = content else { return [] }
    return Array(nodes)
  }

  /// Only the validity is a sequence of times.
  var isValidity: Bool {
    children.first.map { $0.identifier == .utcTime || $0.identifier == .generalizedTime } == true
  }

  var secondsSince1970: Int? {
    if let time = try? UTCTime(derEncoded: self) {
      return CivilTime(
        year: time.year, month: time.month, day: time.day, hour: time.hours,
        minute: time.minutes, second: time.seconds)?.secondsSince1970
    }
    guard let time = try? GeneralizedTime(derEncoded: self) else { return nil }
    return CivilTime(
      year: time.year, month: time.month, day: time.day, hour: time.hours, minute: time.minutes,
      second: time.seconds)?.secondsSince1970
  }
}
