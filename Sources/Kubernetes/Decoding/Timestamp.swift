import Certificates

extension Int {
  /// Reads an RFC 3339 time as seconds since 1970; a fraction of a second is cut off.
  init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.separated(by: "-", at: 4, 7),
      bytes.separated(by: ":", at: 13, 16),
      bytes.separated(by: "T", at: 10), let year = bytes.digits(0, 4),
      let month = bytes.digits(5, 2),
      let day = bytes.digits(8, 2), let hour = bytes.digits(11, 2),
      let minute = bytes.digits(14, 2), let second = bytes.digits(17, 2),
      let local = CivilTime(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second),
      let offset = Self.offset(Array(bytes.dropFirst(19)))
    else { return nil }
    self = local.secondsSince1970 - offset
  }

  /// Seconds east of UTC, from what follows the seconds: `[.fraction](Z|+hh:mm|-hh:mm)`.
  private static func offset(_ tail: [UInt8]) -> Int? {
    var zone = tail[...]
    if zone.first == UInt8(ascii: ".") {
      let fraction = zone.dropFirst().prefix { 48...57 ~= $0 }
      guard !fraction.isEmpty else { return nil }
      zone = zone.dropFirst(1 + fraction.count)
    }
    if zone.elementsEqual("Z".utf8) { return 0 }
    let bytes = Array(zone)
    guard bytes.count == 6, bytes.separated(by: ":", at: 3), let hours = bytes.digits(1, 2),
      let minutes = bytes.digits(4, 2), 0...23 ~= hours, 0...59 ~= minutes
    else { return nil }
    switch bytes.first {
    case UInt8(ascii: "+"): return hours * 3_600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3_600 + minutes * 60)
    default: return nil
    }
  }
}

extension [UInt8] {
  func separated(by mark: Unicode.Scalar, at positions: Int...) -> Bool {
    positions.allSatisfy { indices.contains($0) && self[$0] == UInt8(ascii: mark) }
  }

  func digits(_ start: Int, _ count: Int) -> Int? {
    let digits = dropFirst(start).prefix(count)
    guard digits.count == count, digits.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }
}
