/// How nginx encodes what it has decoded before (`ngx_escape_uri`).
enum PercentEncoding {
  /// A path on its way to the backend.
  static func path(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    encode(bytes, special: Set(" \"#%<>?\\^`{|}".utf8))
  }

  /// A captured text that goes into a query or a Location.
  static func argument(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    encode(bytes, special: Set(" \"#%&+;<>?\\^`{|}".utf8))
  }

  /// A text inside a query (`set_escape_uri`): all but unreserved characters are encoded.
  static func component(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.flatMap { byte in
      ASCII.isLetterOrDigit(byte) || "-._~".utf8.contains(byte) ? [byte] : ASCII.escaped(byte)
    }
  }

  /// A Location without the escapes that it does not need, up to its query
  /// (`NGX_UNESCAPE_REDIRECT`).
  static func withoutNeedless(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count, plain.last != ASCII.question {
      let escaped = ASCII.escape(in: bytes, at: index)
      if let escaped, escaped > ASCII.percent, escaped < 0x7f {
        plain.append(escaped)
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return plain + bytes[index...]
  }

  private static func encode(_ bytes: some Sequence<UInt8>, special: Set<UInt8>) -> [UInt8] {
    bytes.flatMap { byte in
      byte < 0x20 || byte >= 0x7f || special.contains(byte) ? ASCII.escaped(byte) : [byte]
    }
  }
}
