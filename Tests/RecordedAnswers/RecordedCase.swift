package import Foundation

/// One folder of recorded answers.
package struct RecordedCase: Sendable, CustomStringConvertible {
  package let folder: URL
  package var name: String { folder.lastPathComponent }
  /// The name without its number.
  package var topic: String { String(name.dropLast(3)) }
  package var description: String { name }

  /// Every case of a set below `testdata`, by name.
  package static func all(_ set: String) -> [RecordedCase] {
    let root = packageRoot.appending(path: "testdata/\(set)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") }.map {
      RecordedCase(folder: root.appending(path: $0))
    }
  }

  package func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: file)))
  }

  package func probes() throws -> [RecordedProbe] {
    let text = try Data(contentsOf: folder.appending(path: "answers.jsonl"))
    let decoder = JSONDecoder()
    return try text.split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(RecordedProbe.self, from: Data($0))
    }
  }

  package func settings() throws -> RecordedSettings {
    try JSONDecoder().decode(
      RecordedSettings.self, from: try Data(contentsOf: folder.appending(path: "case.json")))
  }
}

/// What a case was recorded with beside its manifests.
package struct RecordedSettings: Decodable {
  package var emptyServices: [String]?
  package var controllerFlags: [String: FlagValue]?
}

/// The value of a controller flag.
package enum FlagValue: Decodable {
  case flag(Bool)
  case text(String)

  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else {
      self = .text(try value.decode(String.self))
    }
  }
}

/// The folder that holds Package.swift.
package let packageRoot = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
