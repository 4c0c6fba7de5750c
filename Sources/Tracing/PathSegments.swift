/// Resolving `.` and `..` in paths (RFC 3986, 5.2.4).
enum PathSegments {
  /// The path without dot segments; nil where `..` climbs above `/` and is not clamped there.
  static func resolve(_ path: [UInt8], merging: Bool, clamping: Bool) -> [UInt8]? {
    var kept: [ArraySlice<UInt8>] = []
    let segments = path.dropFirst().split(separator: ASCII.slash, omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch Array(segment) {
      case [dot]:
        if isLast { kept.append([]) }
      case [dot, dot]:
        if kept.popLast() == nil, !clamping { return nil }
        if isLast { kept.append([]) }
      case []:
        if isLast || !merging { kept.append(segment) }
      case _:
        kept.append(segment)
      }
    }
    return [ASCII.slash] + kept.joined(separator: [ASCII.slash])
  }

  /// The path with every run of slashes made one.
  static func merge(_ path: [UInt8]) -> [UInt8] {
    path.reduce(into: []) { merged, byte in
      if byte != ASCII.slash || merged.last != ASCII.slash { merged.append(byte) }
    }
  }

  private static let dot = UInt8(ascii: ".")
}
