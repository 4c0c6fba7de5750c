/// Whether the text is this word in lower case, in upper case, or with a capital letter.
func isWord(_ text: Span<UInt8>, _ word: String) -> Bool {
  guard isWordInAnyCase(text, word) else { return false }
  var uppercase = 0
  for index in text.indices where isUppercase(text[index]) { uppercase += 1 }
  return uppercase == 0 || uppercase == text.count || uppercase == 1 && isUppercase(text[0])
}

/// Whether the text is this lower-case word, however its letters are written.
func isWordInAnyCase(_ text: Span<UInt8>, _ word: String) -> Bool {
  guard text.count == word.utf8.count else { return false }
  var index = 0
  for byte in word.utf8 {
    guard lowercase(text[index]) == byte else { return false }
    index += 1
  }
  return true
}

/// The ASCII letter in lower case; other bytes as they are.
func lowercase(_ byte: UInt8) -> UInt8 { isUppercase(byte) ? byte | 0x20 : byte }

private func isUppercase(_ byte: UInt8) -> Bool {
  UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z")
}
