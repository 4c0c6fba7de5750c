import Passwords
import Routing

/// The user name and password of an `Authorization: Basic` header.
struct BasicLogin {
  /// What a client knows of its password.
  enum Proof {
    case password(String)
    /// The password with this SHA-1 digest, or the right one whatever it is.
    case known(digest: String?)
  }

  /// Why a request brings no login, as Envoy says it.
  enum Absence: String, Error {
    case header = "Missing username and password."
    case scheme = "Expected 'Basic' authentication scheme."
    case form = "Invalid basic credential format."
  }

  let user: String
  let proof: Proof

  /// Reads what the client sends as a proxy does: nginx takes the word Basic in any letter case, and
  /// blanks behind it.
  init(_ received: ReceivedRequest) throws(Absence) {
    let proxy = received.reading.proxy
    if let login = received.request.login {
      guard Self.token(of: "\(login.scheme) ", proxy) != nil else { throw .scheme }
      (user, proof) = (login.user, .known(digest: login.digest))
      return
    }
    guard let header = received.headers.value(of: "authorization") else { throw .header }
    guard let token = Self.token(of: header, proxy) else { throw .scheme }
    guard let bytes = Self.decode(token) else { throw .form }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { throw .form }
    user = String(text[..<colon])
    proof = .password(String(text[text.utf8.index(after: colon)...]))
  }

  /// What follows the scheme; nil for another one.
  private static func token(of header: String, _ proxy: RequestReading.Proxy) -> Substring? {
    switch proxy {
    case .nginx:
      ASCII.lower(header).hasPrefix("basic ") ? header.dropFirst(6).drop { $0 == " " } : nil
    case .envoy: header.hasPrefix("Basic ") ? header.dropFirst(6) : nil
    }
  }

  private static func decode(_ text: Substring) -> [UInt8]? {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in text.utf8 where byte != UInt8(ascii: "=") {
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

  func verdict(on login: BasicLogin) -> Verdict {
    let condition = "the password of \(login.user) in Secret \(secret)"
    guard scheme == .basic, let users else { return .unknown(condition) }
    switch (PasswordEntry.first(of: login.user, in: users)?.hash, login.proof) {
    case (nil, _), (.unfitting, _): return .wrong
    case (.digest(let digest), .password(let password)):
      return PasswordHash.digest(of: password) == digest ? .right : .wrong
    case (.digest(let digest), .known(let known)):
      return known == nil || known == digest ? .right : .wrong
    case (.salted, .known(digest: nil)): return .right
    case (.salted, .password), (.salted, .known): return .unknown(condition)
    }
  }
}
