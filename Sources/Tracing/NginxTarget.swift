extension RequestTarget {
  /// Reads a target as nginx does (`ngx_http_parse_complex_uri`): everything decoded, slashes
  /// merged, dot segments resolved; forwarded untouched.
  init(nginx bytes: [UInt8]) throws(Refusal) {
    guard bytes.first == ASCII.slash else { throw Refusal(reason: "target does not start with /") }
    if bytes.contains(where: { $0 <= ASCII.space || $0 == 0x7f }) {
      throw Refusal(reason: "blank or control character in the target")
    }
    let withoutFragment = bytes.prefix { $0 != ASCII.hash }
    let path = Array(withoutFragment.prefix { $0 != ASCII.question })
    let query = withoutFragment.dropFirst(path.count + 1)
    self.init(
      path: try Self.resolveNginx(try Self.decode(path)),
      query: withoutFragment.count > path.count ? Array(query) : nil, forwarded: bytes,
      encodesCaptures: path.contains(ASCII.percent) || path.contains(UInt8(ascii: "+")))
  }

  private static func decode(_ path: [UInt8]) throws(Refusal) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = 0
    while index < path.count {
      guard path[index] == ASCII.percent else {
        decoded.append(path[index])
        index += 1
        continue
      }
      guard let byte = ASCII.escape(in: path, at: index), byte != 0 else {
        throw Refusal(reason: "broken percent-encoding in the path")
      }
      decoded.append(byte)
      index += 3
    }
    return decoded
  }

  private static func resolveNginx(_ path: [UInt8]) throws(Refusal) -> [UInt8] {
    guard let resolved = PathSegments.resolve(path, merging: true, clamping: false) else {
      throw Refusal(reason: "path climbs above /")
    }
    return resolved
  }
}
