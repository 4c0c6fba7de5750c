/// The files that earlier runs wrote, with their checksums: `.gatewright` in the output folder.
struct Listing {
  static let name = ".gatewright"
  private static let head = """
    # The files that gatewright wrote here, with their checksums: a later run replaces or removes
    # these while they are unchanged, and leaves all other files alone.

    """

  private(set) var checksums: [String: Checksum] = [:]

  init() {}

  /// Reads a listing; lines that are none are passed over.
  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let checksum = parts.first.flatMap({ Checksum(String($0)) }),
        let path = parts.last?.drop(while: { $0 == " " })
      else { continue }
      add(String(path), checksum)
    }
  }

  /// Adds a file; a path that would lead out of the folder is passed over.
  mutating func add(_ path: String, _ checksum: Checksum) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(""), !parts.contains("."), !parts.contains("..") else { return }
    checksums[path] = checksum
  }

  /// The listing as text, sorted by path.
  var text: String {
    checksums.sorted { $0.key < $1.key }.reduce(into: Self.head) {
      $0 += "\($1.value)  \($1.key)\n"
    }
  }
}
