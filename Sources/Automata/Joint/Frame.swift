/// The texts that are looked at, apart from any pattern.
package enum Frame: Hashable, Sendable {
  /// Paths that every proxy reads alike: they begin with `/`, hold no `//`, no dot segment, nothing
  /// percent-encoded and nothing that would have to be.
  case path
  /// Header values, also empty ones: printable ASCII without blanks at either end.
  case headerValue
  /// Values of query parameters, sent without encoding.
  case queryValue
  /// Names of the HTTP methods that every proxy knows.
  case token

  /// The bytes that such texts are made of, the nicest first.
  var alphabet: [UInt8] {
    switch self {
    case .path: Self.plain + Array("/.-_~@:!$&'()*+,;=[]".utf8)
    case .headerValue:
      Self.plain + (0x20...0x7e).filter { !ByteSet.letters.union(.digits).contains($0) }
    case .queryValue: Self.plain + Array("-._~:@/,;!$'()*".utf8)
    case .token: Self.plain + Array("-".utf8)
    }
  }

  private static let plain = Array(
    "xabcdefghijklmnopqrstuvwyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

  var start: UInt8 { 0 }

  /// What the frame itself tells apart.
  var sets: [ByteSet] {
    switch self {
    case .path: [ByteSet([UInt8(ascii: "/")]), ByteSet([UInt8(ascii: ".")])]
    case .headerValue: [ByteSet([0x20])]
    case .queryValue, .token: []
    }
  }

  /// The state after one more byte; nil where no such text goes on so.
  func step(_ state: UInt8, _ byte: UInt8) -> UInt8? {
    switch self {
    case .path: Self.pathStep(state, byte)
    case .headerValue: byte == 0x20 ? (state == 0 ? nil : 2) : 1
    case .queryValue, .token: 1
    }
  }

  func accepts(_ state: UInt8) -> Bool {
    switch self {
    case .path: state == 1 || state == 2
    case .headerValue: state != 2
    case .queryValue: true
    case .token: state == 1
    }
  }

  /// Whether the last byte is a path's `/`.
  func isAfterSlash(_ state: UInt8) -> Bool { self == .path && state == 1 }

  /// 1 after a `/`, 2 inside a segment, 3 after `/.`, 4 after `/..`.
  private static func pathStep(_ state: UInt8, _ byte: UInt8) -> UInt8? {
    let isSlash = byte == UInt8(ascii: "/")
    return switch state {
    case 0: isSlash ? 1 : nil
    case 1: isSlash ? nil : byte == UInt8(ascii: ".") ? 3 : 2
    case 2: isSlash ? 1 : 2
    case 3: isSlash ? nil : byte == UInt8(ascii: ".") ? 4 : 2
    case _: isSlash ? nil : 2
    }
  }
}
