import Foundation
import Gatewright

/// Ingresses of one host of a folder of testdata/annotations, with everything that is no Ingress.
struct FidelityCase: Sendable {
  /// The Ingress with a good value of the annotation.
  var name: String
  var inputs: [Input]
  /// The keys, without the prefix, of every annotation on the Ingresses.
  var keys: Set<String>

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "testdata/annotations")

  /// A case for each good value in a folder.
  static func all(of key: String) -> [FidelityCase] {
    let documents = documents(in: root.appending(path: key))
    let ingresses = documents.filter { $0.contains("kind: Ingress\n") }
    let others = documents.filter { !$0.contains("kind: Ingress\n") }
    return ingresses.compactMap { ingress in
      guard let name = value("name", ingress), name.hasPrefix("valid"),
        let host = value("host", ingress), ingress.contains("/\(key):")
      else { return nil }
      let together = ingresses.filter { value("host", $0) == host }
      let inputs = (together + others).enumerated().map { index, text in
        Input(name: "\(index).yaml", text: text)
      }
      return FidelityCase(name: name, inputs: inputs, keys: keys(together))
    }
  }

  private static func documents(in folder: URL) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted().flatMap { file in
      let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
      return text.components(separatedBy: "\n---\n").map { $0 + "\n" }
    }
  }

  private static func value(_ field: String, _ document: String) -> String? {
    for line in document.split(separator: "\n") {
      let words = line.split(separator: " ")
      if let at = words.firstIndex(where: { $0 == "\(field):" }), at + 1 < words.count {
        return String(words[at + 1])
      }
    }
    return nil
  }

  private static func keys(_ documents: [String]) -> Set<String> {
    Set(
      documents.flatMap { document in
        document.matches(of: /nginx\.ingress\.kubernetes\.io\/([a-z0-9-]+):/)
          .map { String($0.1) }
      })
  }
}
