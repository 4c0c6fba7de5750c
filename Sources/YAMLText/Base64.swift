/// The text that base64 stands for; nil when it is not base64 or not text (RFC 4648 section 4).
///
/// Line breaks are skipped, as Go's decoder skips them.
func decodedBase64(_ text: String) -> String? {
  let digits = text.utf8.filter { !isBreak($0) }
  let data = digits.prefix { $0 != UInt8(ascii: "=") }
  let padding = digits.count - data.count
  guard digits.count.isMultiple(of: 4), padding <= 2,
    digits.suffix(padding).allSatisfy({ $0 == UInt8(ascii: "=") })
  else { return nil }
  var bytes: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for digit in data {
    guard let value = sixBits(digit) else { return nil }
    bits = bits << 6 | value
    count += 6
    guard count >= 8 else { continue }
    count -= 8
    bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
  }
  return String(validating: bytes, as: UTF8.self)
}

private func sixBits(_ digit: UInt8) -> UInt32? {
  switch digit {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
  case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
  case UInt8(ascii: "+"): 62
  case UInt8(ascii: "/"): 63
  default: nil
  }
}
