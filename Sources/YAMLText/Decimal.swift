/// Whether the text is a decimal number such as `1.5`, `.5` or `1e3` that a double holds.
///
/// go-yaml v2 keeps numbers beyond the range of a double as strings.
func isDecimal(_ text: Span<UInt8>) -> Bool {
  var index = startAfterSign(text)
  let whole = skipDigits(text, &index)
  var fraction = 0
  if index < text.count, text[index] == UInt8(ascii: ".") {
    index += 1
    fraction = skipDigits(text, &index)
  }
  guard whole + fraction > 0, skipExponent(text, &index), index == text.count else { return false }
  return isInRange(text)
}

/// Whether the text is `.inf` or `.nan`; only `.inf` may have a sign.
func isNotFinite(_ text: Span<UInt8>) -> Bool {
  switch text.count {
  case 4: isPointWord(text, "inf") || isNaN(text)
  case 5: startAfterSign(text) == 1 && isPointWord(text.extracting(1..<5), "inf")
  default: false
  }
}

/// Goes past digits and returns their count.
func skipDigits(_ text: Span<UInt8>, _ index: inout Int) -> Int {
  let start = index
  while index < text.count, isDigit(text[index]) { index += 1 }
  return index - start
}

/// Goes past an exponent; false when one starts but has no digits.
func skipExponent(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
  guard index < text.count, lowercase(text[index]) == UInt8(ascii: "e") else { return true }
  index += 1
  if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") {
    index += 1
  }
  return skipDigits(text, &index) > 0
}

/// Whether the text is `.nan`, `.NaN` or `.NAN`.
private func isNaN(_ text: Span<UInt8>) -> Bool {
  guard isWordInAnyCase(text, ".nan"), text[1] == text[3] else { return false }
  return text[1] == UInt8(ascii: "N") || text[2] == UInt8(ascii: "a")
}

private func isPointWord(_ text: Span<UInt8>, _ word: String) -> Bool {
  text[0] == UInt8(ascii: ".") && isWord(text.extracting(1..<4), word)
}

private func isInRange(_ text: Span<UInt8>) -> Bool {
  var bytes: [UInt8] = []
  for index in text.indices { bytes.append(text[index]) }
  return Double(String(decoding: bytes, as: UTF8.self))?.isFinite ?? false
}
