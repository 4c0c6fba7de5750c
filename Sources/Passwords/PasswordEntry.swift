/// One user of a password file, as nginx's `auth_basic_user_file` reads it.
package struct PasswordEntry: Hashable, Sendable {
  package var user: String
  package var hash: PasswordHash

  /// Reads a line `user:hash`; nil for one that names nobody who could log in.
  ///
  /// The hash ends at the next colon or carriage return; what follows is a remark.
  package init?(line: String) {
    let bytes = line.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon != bytes.startIndex,
      bytes.first != UInt8(ascii: "#"), bytes.first != UInt8(ascii: "\r")
    else { return nil }
    user = String(decoding: bytes[..<colon], as: UTF8.self)
    let written = bytes[bytes.index(after: colon)...].prefix {
      $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\r")
    }
    hash = PasswordHash(written: String(decoding: written, as: UTF8.self))
    if user.contains("\u{FFFD}") { hash = .salted }
  }

  /// The users of some lines in their order; the first line of a user counts.
  package static func all(in lines: [String]) -> [PasswordEntry] {
    var seen: Set<[UInt8]> = []
    return lines.compactMap { PasswordEntry(line: $0) }.filter {
      seen.insert(Array($0.user.utf8)).inserted
    }
  }

  /// The first line about a user; nil where there is none.
  package static func first(of user: String, in lines: [String]) -> PasswordEntry? {
    let beginning = "\(user):"
    for line in lines where line.utf8.starts(with: beginning.utf8) {
      if let entry = PasswordEntry(line: line) { return entry }
    }
    return nil
  }

  /// The line of a file that holds digests alone; nil for a user whom no digest lets in.
  package var digestLine: String? {
    guard case .digest(let digest) = hash else { return nil }
    return "\(user):{SHA}\(digest)"
  }
}
