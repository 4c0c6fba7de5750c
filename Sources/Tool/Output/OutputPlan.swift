/// What has to change in the output folder.
struct OutputPlan {
  /// Files that are not there yet.
  private(set) var added: [String] = []
  /// Files that are there with other content.
  private(set) var replaced: [String] = []
  /// Files of an earlier run that are no longer needed.
  private(set) var removed: [String] = []
  /// What a person should know, one line each.
  private(set) var notices: [String] = []

  /// Compares the folder with what is to be in it; stops before anybody's work is overwritten.
  init(_ root: String, from earlier: Listing, to wanted: Listing, force: Bool) throws(Stop) {
    var foreign: [String] = []
    for (path, checksum) in wanted.checksums.sorted(by: { $0.key < $1.key }) {
      switch try Self.checksum(of: "\(root)/\(path)") {
      case nil: added.append(path)
      case checksum?: break
      case let found? where force || found == earlier.checksums[path]: replaced.append(path)
      case .some: foreign.append(path)
      }
    }
    guard foreign.isEmpty else { throw Self.refusal(root, foreign) }
    try planRemovals(root, from: earlier, to: wanted)
  }

  /// A file of an earlier run goes only while it is as that run wrote it.
  private mutating func planRemovals(
    _ root: String, from earlier: Listing, to wanted: Listing
  ) throws(Stop) {
    for (path, checksum) in earlier.checksums.sorted(by: { $0.key < $1.key })
    where wanted.checksums[path] == nil {
      switch try Self.checksum(of: "\(root)/\(path)") {
      case nil: break
      case checksum?: removed.append(path)
      case .some:
        notices.append("\(root)/\(path) is no longer needed; it was changed by hand and stays")
      }
    }
  }

  private static func checksum(of path: String) throws(Stop) -> Checksum? {
    switch PathKind(path) {
    case .absent: return nil
    case .folder: throw Stop("\(path) is a folder; a file has to stand there", .usage)
    case .file: break
    }
    do throws(Unreadable) {
      return Checksum(of: try readFile(path))
    } catch {
      throw Stop("\(path): \(error.reason)", .fault)
    }
  }

  private static func refusal(_ root: String, _ paths: [String]) -> Stop {
    let named = paths.prefix(3).map { "\(root)/\($0)" }.joined(separator: ", ")
    let rest = paths.count > 3 ? " and \(paths.count - 3) more" : ""
    return Stop(
      "nothing written: \(named)\(rest) would be replaced but \(paths.count == 1 ? "is" : "are") not "
        + "as gatewright wrote \(paths.count == 1 ? "it" : "them"); move away or use --force",
      .usage)
  }
}
