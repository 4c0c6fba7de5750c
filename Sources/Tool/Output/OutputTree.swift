#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

import Evidence
import Gatewright

/// A folder with one file per object: filled aside first, then changed in one go.
struct OutputTree {
  private let root: String
  private let stage: String
  private let earlier: Listing
  private var staged = Listing()
  private var folders: Set<String> = []
  private var failure: Stop?

  init(at root: String) throws {
    self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
    stage = self.root + "/.gatewright-new"
    if case .file = PathKind(root) { throw Stop("\(root): this is a file, not a folder", .usage) }
    earlier = (try? readFile("\(self.root)/\(Listing.name)")).map { Listing($0) } ?? Listing()
    clean()
    try makeFolder(stage)
  }

  /// Writes an object's file aside.
  mutating func stage(_ manifest: Manifest) {
    stage(filePath(of: manifest.reference), manifest.yaml)
  }

  /// Writes a file aside that is for people, and that kubectl does not take for an object.
  mutating func stage(note name: String, _ text: String) {
    stage(name, text)
  }

  /// Removes what was written aside.
  func clean() {
    try? FileManager.default.removeItem(atPath: stage)
  }

  /// Puts everything in its place, or nothing.
  ///
  /// - Returns: what a person should know, one line each.
  mutating func commit(force: Bool) throws -> [String] {
    stage(
      "kustomization.yaml",
      Self.kustomization(of: staged.checksums.keys.filter { $0.hasSuffix(".yaml") }.sorted()))
    if let failure { throw failure }
    let plan = try OutputPlan(root, from: earlier, to: staged, force: force)
    try writeHere("\(stage)/\(Listing.name)", staged.text)
    for folder in folders.sorted() { try makeFolder("\(root)/\(folder)") }
    try makeFolder("\(stage)/.old")
    var moves = Moves()
    for (index, path) in (plan.replaced + plan.removed).enumerated() {
      try moves.move("\(root)/\(path)", to: "\(stage)/.old/\(index)")
    }
    for path in plan.added + plan.replaced {
      try moves.move("\(stage)/\(path)", to: "\(root)/\(path)")
    }
    try moves.move("\(stage)/\(Listing.name)", to: "\(root)/\(Listing.name)")
    removeEmptyFolders(of: plan.removed)
    return plan.notices
  }

  private mutating func stage(_ path: String, _ text: String) {
    guard failure == nil else { return }
    do {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      if !folder.isEmpty, folders.insert(folder).inserted { try makeFolder("\(stage)/\(folder)") }
      try writeHere("\(stage)/\(path)", text)
      staged.add(path, Checksum(of: text.utf8))
    } catch {
      failure = error as? Stop
    }
  }

  private func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Stop("\(path): the folder cannot be made", .fault)
    }
  }

  private func removeEmptyFolders(of paths: [String]) {
    let folders = Set(paths.map { $0.split(separator: "/").dropLast().joined(separator: "/") })
    for folder in folders where !folder.isEmpty {
      let names = try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
      if names == [] { try? FileManager.default.removeItem(atPath: "\(root)/\(folder)") }
    }
  }

  private static func kustomization(of paths: [String]) -> String {
    let head = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n"
    return head + (paths.isEmpty ? "resources: []\n" : "resources:\n")
      + paths.map { "  - \($0)\n" }.joined()
  }
}
