import Foundation

/// The project's own files, as they stand on disk.
enum House {
  /// The folder with the manifest.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every file of the project, by its path below the root; what tools build is left out.
  static let paths = paths(below: "").sorted()

  /// The Swift files below a folder.
  static func sources(below folder: String) -> [SourceFile] {
    paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(".swift") }.map { SourceFile(path: $0) }
  }

  /// A file as text; empty where it is no text.
  static func text(of path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  private static func paths(below folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path())
    return (names ?? []).filter { !isBuilt($0) }.flatMap { name -> [String] in
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var isFolder = false
      _ = FileManager.default.fileExists(
        atPath: root.appending(path: path).path(), isDirectory: &isFolder)
      return isFolder ? paths(below: path) : [path]
    }
  }

  private static func isBuilt(_ name: String) -> Bool {
    [".git", ".swiftpm", "out", "Package.resolved"].contains(name) || name.hasPrefix(".build")
  }
}
