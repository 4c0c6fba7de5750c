import Routing

/// The user name and password of an `Authorization: Basic` header.
struct BasicLogin {
  let user: String
  let password: String

  /// Nil for another scheme, text that is not base64, and text without a colon.
  init?(_ header: String?) {
    guard let header, ASCII.lower(header).hasPrefix("basic ") else { return nil }
    guard let bytes = Self.decode(header.dropFirst(6)) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else { return nil }
    user = String(text[..<colon])
    password = String(text[text.index(after: colon)...])
  }

  private static func decode(_ text: Substring) -> [UInt8]? {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in text.utf8 where byte != UInt8(ascii: "=") && byte != ASCII.space {
      guard let value = alphabet.firstIndex(of: byte) else { return nil }
      bits = (bits << 6 | value) & 0xffff
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 0xff))
      }
    }
    return bytes
  }
}

extension Credentials {
  /// What the password file says of a login.
  enum Verdict {
    case right
    case wrong
    /// Only the live system can tell; the text says what would have to hold.
    case unknown(String)
  }

  func verdict(on login: BasicLogin?) -> Verdict {
    guard let login else { return .wrong }
    let condition = "the password of \(login.user) in Secret \(secret)"
    guard scheme == .basic, let users else { return .unknown(condition) }
    let line = users.first { $0.hasPrefix(login.user + ":") }
    guard let hash = line?.dropFirst(login.user.count + 1).prefix(while: { $0 != ":" }) else {
      return .wrong
    }
    // Other forms are one-way hashes.
    guard hash.hasPrefix("{PLAIN}") else { return .unknown(condition) }
    return hash.dropFirst(7) == login.password ? .right : .wrong
  }
}
