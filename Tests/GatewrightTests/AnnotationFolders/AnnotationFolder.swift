import Foundation
import Gatewright
import Testing

/// One folder of testdata/annotations: Ingresses with good, bad, empty and odd values of one key.
struct AnnotationFolder: Sendable {
  /// What is made of input.yaml, alone or with another file beside it.
  struct Reading: Sendable {
    /// The other file, for example `allowed.yaml`; empty where there is none.
    var addition = ""
    var outcomes: [AnnotationOutcome]
  }

  /// The key without the prefix, which is also the folder's name.
  let key: String
  /// input.yaml alone, then with each other file.
  let readings: [Reading]
  /// What was recorded; empty where nothing was.
  let recorded: String

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "testdata/annotations")

  static let all: [AnnotationFolder] = names(in: root)
    .filter { !$0.contains(".") }
    .map { AnnotationFolder(key: $0) }

  init(key: String) {
    let folder = Self.root.appending(path: key)
    let files = Self.names(in: folder).filter { $0.hasSuffix(".yaml") && $0 != "input.yaml" }
    func input(_ name: String) -> Input {
      Input(name: name, text: Self.text(of: folder.appending(path: name)))
    }
    self.key = key
    readings =
      [
        Reading(outcomes: annotationOutcomes(of: key, in: [input("input.yaml")]))
      ]
      + files.map { file in
        Reading(
          addition: file,
          outcomes: annotationOutcomes(of: key, in: [input("input.yaml"), input(file)]))
      }
    recorded = Self.text(of: folder.appending(path: "expected.txt"))
  }

  /// What is made of input.yaml alone.
  var outcomes: [AnnotationOutcome] { readings.first?.outcomes ?? [] }

  /// The outcomes as expected.txt tells them.
  var told: String {
    readings.map { reading in
      let heading = reading.addition.isEmpty ? "" : "\nwith \(reading.addition)\n"
      return heading + table(reading.outcomes.map { $0.columns(key) })
    }.joined()
  }

  func record() throws {
    try told.write(
      to: Self.root.appending(path: "\(key)/expected.txt"), atomically: true, encoding: .utf8)
  }

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()
  }

  private static func text(of file: URL) -> String {
    (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }
}

extension AnnotationFolder: CustomTestStringConvertible {
  var testDescription: String { key }
}

/// Lines whose columns stand below each other.
private func table(_ rows: [[String]]) -> String {
  let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
  return rows.map { row in
    let padded = zip(row, widths).map { cell, width in
      cell + String(repeating: " ", count: width - cell.count + 2)
    }
    let line = padded.joined() + row.dropFirst(3).joined()
    let end = line.lastIndex { $0 != " " } ?? line.startIndex
    return line[...end] + "\n"
  }.joined()
}
