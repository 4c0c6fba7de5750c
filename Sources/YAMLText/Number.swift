/// The type of a plain scalar that starts with a digit or a sign.
///
/// go-yaml v2 drops the underscores, then asks strconv.ParseInt with base 0, then a decimal pattern.
func resolveNumber(_ text: Span<UInt8>) -> Scalar.Kind {
  guard isNumeric(text) else { return .string }
  let digits = withoutUnderscores(text)
  if isInteger(digits.span) { return .integer }
  if isDecimal(digits.span) || isNotFinite(text) { return .decimal }
  return .string
}

/// Whether only characters of numbers and of `.inf` occur; rules most other text out quickly.
private func isNumeric(_ text: Span<UInt8>) -> Bool {
  guard text.count > 1 else { return isDigit(text[0]) }
  for index in text.indices {
    switch lowercase(text[index]) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "o"), UInt8(ascii: "x"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      continue
    default: return false
    }
  }
  return true
}

private func withoutUnderscores(_ text: Span<UInt8>) -> [UInt8] {
  var digits: [UInt8] = []
  digits.reserveCapacity(text.count)
  for index in text.indices where text[index] != UInt8(ascii: "_") { digits.append(text[index]) }
  return digits
}

/// Whether the text is an integer that 64 bits hold, signed or unsigned.
private func isInteger(_ text: Span<UInt8>) -> Bool {
  guard let magnitude = magnitude(text) else { return false }
  switch text[0] {
  case UInt8(ascii: "-"): return magnitude <= UInt64(Int64.max) + 1
  // strconv.ParseUint refuses every sign, ParseInt takes both.
  case UInt8(ascii: "+"): return magnitude <= UInt64(Int64.max)
  default: return true
  }
}

/// The integer without its sign; nil when it is none or too large.
func magnitude(_ text: Span<UInt8>) -> UInt64? {
  let start = startAfterSign(text)
  let (radix, first) = radix(text, from: start)
  guard first < text.count else { return nil }
  var value: UInt64 = 0
  for index in first..<text.count {
    guard let digit = hexDigit(text[index]), digit < radix else { return nil }
    let (shifted, overflows) = value.multipliedReportingOverflow(by: radix)
    let (sum, carries) = shifted.addingReportingOverflow(digit)
    guard !overflows, !carries else { return nil }
    value = sum
  }
  return value
}

/// The base that the prefix names, and where the digits start; a lone `0` starts octal digits.
private func radix(_ text: Span<UInt8>, from start: Int) -> (UInt64, Int) {
  guard start < text.count, text[start] == UInt8(ascii: "0"), text.count - start > 1 else {
    return (10, start)
  }
  switch lowercase(text[start + 1]) {
  case UInt8(ascii: "x"): return (16, start + 2)
  case UInt8(ascii: "o"): return (8, start + 2)
  case UInt8(ascii: "b"): return (2, start + 2)
  default: return (8, start + 1)
  }
}

/// The first index after a sign.
func startAfterSign(_ text: Span<UInt8>) -> Int {
  guard !text.isEmpty else { return 0 }
  return text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-") ? 1 : 0
}

/// Whether this byte is a decimal digit.
func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9") }

/// The value of a hexadecimal digit.
func hexDigit(_ byte: UInt8) -> UInt64? {
  switch lowercase(byte) {
  case let digit where isDigit(digit): UInt64(digit - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(lowercase(byte) - UInt8(ascii: "a") + 10)
  default: nil
  }
}
