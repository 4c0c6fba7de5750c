#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

import Gatewright

/// The files behind the paths of a command line; each is read when its turn comes.
struct InputFiles: Sequence {
  /// A file to read, or why there is none.
  private enum Entry {
    case standardInput
    case file(String)
    case unreadable(String, reason: String)
  }

  private var entries: [Entry] = []
  private var seen: Set<String> = []

  /// Finds the files: folders are searched, in the order of names, leaving out hidden files.
  init(_ paths: [String]) {
    for path in paths where seen.insert(path).inserted {
      switch path == "-" ? nil : PathKind(path) {
      case nil: entries.append(.standardInput)
      case .file?: entries.append(.file(path))
      case .folder?: addFolder(path)
      case .absent(let reason)?: entries.append(.unreadable(path, reason: reason))
      }
    }
  }

  func makeIterator() -> some IteratorProtocol<Input> {
    entries.lazy.map { Self.read($0) }.makeIterator()
  }

  private mutating func addFolder(_ path: String) {
    let count = entries.count
    search(path)
    guard entries.count == count else { return }
    entries.append(.unreadable(path, reason: "no .yaml, .yml or .json file in it"))
  }

  private mutating func search(_ folder: String) {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      for name in names.sorted()
      where !name.hasPrefix(".") && name != SettingsFile.defaultName {
        add(folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)")
      }
    } catch {
      entries.append(.unreadable(folder, reason: "the folder cannot be read"))
    }
  }

  /// Linked folders are left out, since they can lead in a circle.
  private mutating func add(_ path: String) {
    switch PathKind(path, followingLinks: false) {
    case .folder: search(path)
    case .file where Self.isManifest(path):
      guard case .file = PathKind(path), seen.insert(path).inserted else { return }
      entries.append(.file(path))
    case .file, .absent: break
    }
  }

  private static func isManifest(_ path: String) -> Bool {
    [".yaml", ".yml", ".json"].contains { path.hasSuffix($0) }
  }

  private static func read(_ entry: Entry) -> Input {
    do throws(Unreadable) {
      switch entry {
      case .standardInput: return Input(name: "-", bytes: try readAll(0))
      case .file(let path): return Input(name: path, bytes: try readFile(path))
      case .unreadable(let path, let reason): return Input(name: path, unreadable: reason)
      }
    } catch {
      return Input(name: name(of: entry), unreadable: error.reason)
    }
  }

  private static func name(of entry: Entry) -> String {
    switch entry {
    case .standardInput: "-"
    case .file(let path), .unreadable(let path, _): path
    }
  }
}
