import Crypto

/// What a password file keeps of a password, as far as nginx's `ngx_crypt` makes a difference.
package enum PasswordHash: Hashable, Sendable {
  /// The SHA-1 digest of the password in base64, which `{SHA}` and `{PLAIN}` both come to.
  case digest(String)
  /// A salted hash, or one that is not known here.
  case salted
  /// Nothing that any password fits.
  case unfitting

  /// The digest of a password, as `{SHA}` is followed by it.
  package static func digest(of password: String) -> String {
    base64(Array(Insecure.SHA1.hash(data: Array(password.utf8))))
  }

  /// Takes what stands between the user and the end of the line, or the next colon.
  init(written text: String) {
    if text.contains("\u{FFFD}") {
      // The file is not UTF-8, and what it says is lost.
      self = .salted
    } else if let password = text.rest(after: "{PLAIN}") {
      self = .digest(Self.digest(of: password))
    } else if let digest = text.rest(after: "{SHA}") {
      self = digest.utf8.count == Self.digestLength ? .digest(digest) : .unfitting
    } else {
      self = .salted
    }
  }

  /// The characters of 20 bytes in base64.
  private static let digestLength = 28
}

extension String {
  /// What follows a beginning, byte for byte; nil where the text begins otherwise.
  func rest(after beginning: String) -> String? {
    guard utf8.starts(with: beginning.utf8) else { return nil }
    return String(decoding: utf8.dropFirst(beginning.utf8.count), as: UTF8.self)
  }
}

/// Encodes in base64 (RFC 4648 section 4).
private func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let part = bytes[start..<min(start + 3, bytes.count)]
    let bits = (part + Array(repeating: 0, count: 3 - part.count)).reduce(0) { $0 << 8 | Int($1) }
    for index in 0..<4 {
      let isPadding = index > part.count
      text.append(isPadding ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * index) & 0x3f])
    }
  }
  return String(decoding: text, as: UTF8.self)
}
