import Routing

extension RequestTarget {
  /// Reads a target as Envoy does with `normalize_path`: the fragment cut, dot segments resolved,
  /// unreserved characters decoded, `\` made `/`; forwarded as normalised.
  init(envoy bytes: [UInt8], slashes: RequestReading.Slashes) throws(Refusal) {
    guard bytes.first == ASCII.slash else { throw Refusal(reason: "target does not start with /") }
    if bytes.contains(where: { $0 <= ASCII.space || $0 >= 0x7f }) {
      throw Refusal(reason: "blank, control or non-ASCII character in the target")
    }
    let withoutFragment = bytes.prefix { $0 != ASCII.hash }
    let sent = Array(withoutFragment.prefix { $0 != ASCII.question })
    let query = withoutFragment.dropFirst(sent.count)
    let path = try Self.normalise(sent, slashes)
    self.init(
      path: path, query: query.isEmpty ? nil : Array(query.dropFirst()),
      forwarded: path + Array(query), encodesCaptures: false)
  }

  private static func normalise(
    _ sent: [UInt8], _ slashes: RequestReading.Slashes
  ) throws(Refusal) -> [UInt8] {
    let unescaped = slashes == .decodedAndMerged ? unescapeSlashes(sent) : sent
    let canonical = try canonicalise(unescaped)
    let resolved = PathSegments.resolve(canonical, merging: false, clamping: true) ?? canonical
    return slashes == .kept ? resolved : PathSegments.merge(resolved)
  }

  private static func unescapeSlashes(_ path: [UInt8]) -> [UInt8] {
    rewriteEscapes(path) { byte in
      byte == ASCII.slash || byte == ASCII.backslash ? [byte] : nil
    }
  }

  private static func canonicalise(_ path: [UInt8]) throws(Refusal) -> [UInt8] {
    if path.indices.contains(where: { ASCII.escape(in: path, at: $0) == 0 }) {
      throw Refusal(reason: "%00 in the path")
    }
    return rewriteEscapes(path, plain: plainByte) { isUnreserved($0) ? [$0] : nil }
  }

  private static func plainByte(_ byte: UInt8) -> [UInt8] {
    if byte == ASCII.backslash { return [ASCII.slash] }
    return mustEscape.contains(byte) ? ASCII.escaped(byte) : [byte]
  }

  /// Copies a path; `escape` says what a valid `%XX` becomes, nil keeps it as written.
  private static func rewriteEscapes(
    _ path: [UInt8], plain: (UInt8) -> [UInt8] = { [$0] }, escape: (UInt8) -> [UInt8]?
  ) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < path.count {
      if let byte = ASCII.escape(in: path, at: index) {
        result += escape(byte) ?? Array(path[index..<index + 3])
        index += 3
      } else {
        result += plain(path[index])
        index += 1
      }
    }
    return result
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    ASCII.isLetterOrDigit(byte) || "-._~".utf8.contains(byte)
  }

  private static let mustEscape = Set("\"<>^`{|}".utf8)
}
