/// Whether the text starts like a date of YAML 1.1, for example `2001-12-14` or `2001-1-2 3:04:05`.
///
/// The API server keeps dates as strings, but other readers make dates of them.
func isTimestamp(_ text: String) -> Bool {
  withBytes(of: text) { isTimestamp($0) }
}

/// Whether the text starts like a date of YAML 1.1.
func isTimestamp(_ text: Span<UInt8>) -> Bool {
  var index = 0
  guard skipDigits(text, &index) == 4, skipDash(text, &index) else { return false }
  guard 1...2 ~= skipDigits(text, &index), skipDash(text, &index) else { return false }
  guard 1...2 ~= skipDigits(text, &index) else { return false }
  guard index < text.count else { return true }
  return isBlank(text[index]) || lowercase(text[index]) == UInt8(ascii: "t")
}

private func skipDash(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
  guard index < text.count, text[index] == UInt8(ascii: "-") else { return false }
  index += 1
  return true
}
