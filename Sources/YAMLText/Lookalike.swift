/// Whether some reader of YAML 1.1 or 1.2 takes this plain text for something else than a string.
///
/// Covers yaml.org/type (bool, float, int, merge, null, timestamp, value) and the core schema of
/// YAML 1.2, in any case of letters.
func isLookalike(_ text: Span<UInt8>) -> Bool {
  guard !text.isEmpty else { return true }
  switch text[0] {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
    UInt8(ascii: "."):
    return looksLikeNumber(text) || isTimestamp(text)
  case UInt8(ascii: "="), UInt8(ascii: "~"): return text.count == 1
  case UInt8(ascii: "<"): return text.count == 2 && text[1] == text[0]
  default: return looksLikeWord(text)
  }
}

private func looksLikeWord(_ text: Span<UInt8>) -> Bool {
  switch text.count {
  case 1: isWordInAnyCase(text, "y") || isWordInAnyCase(text, "n")
  case 2: isWordInAnyCase(text, "no") || isWordInAnyCase(text, "on")
  case 3: isWordInAnyCase(text, "yes") || isWordInAnyCase(text, "off")
  case 4: isWordInAnyCase(text, "true") || isWordInAnyCase(text, "null")
  case 5: isWordInAnyCase(text, "false")
  default: false
  }
}

/// Whether the text has the outline of a number in any base, sexagesimal ones too.
private func looksLikeNumber(_ text: Span<UInt8>) -> Bool {
  let start = startAfterSign(text)
  let rest = text.extracting(start..<text.count)
  if isWordInAnyCase(rest, ".inf") || isWordInAnyCase(rest, ".nan") { return true }
  if hasBase(rest) {
    return rest.indices.dropFirst(2).allSatisfy {
      hexDigit(rest[$0]) != nil || rest[$0] == UInt8(ascii: "_")
    }
  }
  var index = 0
  while index < rest.count, isNumberPart(rest[index]) { index += 1 }
  guard skipExponent(rest, &index) else { return false }
  return index == rest.count
}

private func hasBase(_ text: Span<UInt8>) -> Bool {
  guard text.count >= 2, text[0] == UInt8(ascii: "0") else { return false }
  let letter = lowercase(text[1])
  return letter == UInt8(ascii: "x") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "b")
}

private func isNumberPart(_ byte: UInt8) -> Bool {
  isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ",")
}
