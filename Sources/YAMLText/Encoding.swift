import Evidence

/// The text in UTF-8; other encodings are known by their byte order mark.
///
/// YAML 1.1 section 5.2 allows UTF-8 and UTF-16.
func utf8(_ bytes: [UInt8], file: String) throws(SyntaxError) -> [UInt8] {
  switch (bytes.first, bytes.dropFirst().first) {
  case (0xFE, 0xFF): try utf8(fromUTF16: bytes, high: 0, file: file)
  case (0xFF, 0xFE): try utf8(fromUTF16: bytes, high: 1, file: file)
  default: bytes
  }
}

private func utf8(
  fromUTF16 bytes: [UInt8], high: Int, file: String
) throws(SyntaxError) -> [UInt8] {
  let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
    UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
  }
  guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
    throw SyntaxError(
      place: Place(file: file),
      message: "The file says that it is UTF-16, but some of its bytes are not.",
      remedy: "Save the file as UTF-8.")
  }
  return Array(text.utf8)
}
