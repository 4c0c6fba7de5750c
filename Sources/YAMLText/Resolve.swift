/// The type that the API server gives to a plain scalar.
///
/// The server reads YAML with sigs.k8s.io/yaml, which resolves as go-yaml v2 does: the words of
/// YAML 1.1, no sexagesimal numbers, and timestamps stay strings.
func resolve(_ text: Span<UInt8>) -> Scalar.Kind {
  guard !text.isEmpty else { return .null }
  switch text[0] {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
    return resolveNumber(text)
  case UInt8(ascii: "."):
    return isDecimal(text) || isNotFinite(text) ? .decimal : .string
  case UInt8(ascii: "~"):
    return text.count == 1 ? .null : .string
  case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"),
    UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"),
    UInt8(ascii: "o"), UInt8(ascii: "O"):
    return resolveWord(text)
  default: return .string
  }
}

/// The type of a word that starts with a letter of YAML 1.1's booleans and nulls.
private func resolveWord(_ text: Span<UInt8>) -> Scalar.Kind {
  let isBool =
    switch text.count {
    case 1: isWord(text, "y") || isWord(text, "n")
    case 2: isWord(text, "no") || isWord(text, "on")
    case 3: isWord(text, "yes") || isWord(text, "off")
    case 4: isWord(text, "true")
    case 5: isWord(text, "false")
    default: false
    }
  if isBool { return .bool }
  return text.count == 4 && isWord(text, "null") ? .null : .string
}
