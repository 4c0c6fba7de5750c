import Foundation

/// A folder of its own for one test, in the system's temporary folder.
struct Workspace {
  let path: String

  /// Makes the folder, and removes those that runs of ten minutes ago have left.
  init() throws {
    let manager = FileManager.default
    let parent = manager.temporaryDirectory.appendingPathComponent("gatewright-tests")
    for name in (try? manager.contentsOfDirectory(atPath: parent.path)) ?? [] {
      let old = parent.appendingPathComponent(name)
      let made = try? manager.attributesOfItem(atPath: old.path)[.modificationDate] as? Date
      if let made, made.timeIntervalSinceNow < -600 { try? manager.removeItem(at: old) }
    }
    path = parent.appendingPathComponent(UUID().uuidString).path
    try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Writes a file and returns its whole path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  func read(_ name: String) -> String? {
    try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// Every file below a folder, hidden ones too, sorted.
  func files(in name: String) -> [String] {
    let manager = FileManager.default
    let found = manager.enumerator(atPath: "\(path)/\(name)")?.compactMap { $0 as? String } ?? []
    return found.filter {
      let type = try? manager.attributesOfItem(atPath: "\(path)/\(name)/\($0)")[.type]
      return type as? FileAttributeType == .typeRegular
    }.sorted()
  }
}
