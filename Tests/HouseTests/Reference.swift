import Foundation

/// The annotation tables of the reference that stands beside the project where it is developed.
enum Reference {
  struct Row {
    var key: String
    var risk: String
    /// What values that cannot be used do, in the order of the cell; several where it depends on
    /// the value, and none where the cell says it otherwise.
    var failures: [String]

    /// What any value that cannot be used does; nil where it depends on the value.
    var failure: String? { failures.count == 1 ? failures.first : nil }
  }

  static let text = try? String(
    contentsOf: House.root.appending(path: "../shared/reference/ingress-nginx.md"), encoding: .utf8)

  /// The rows of the sections 1.1 to 1.12.
  static let rows: [Row] = {
    var rows: [Row] = []
    var section = 0
    var columns: [String] = []
    for line in (text ?? "").split(separator: "\n") {
      if line.hasPrefix("#") { section = number(of: line) }
      guard (1...12).contains(section), section != 7, line.hasPrefix("| ") else { continue }
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        .map { $0.trimmingCharacters(in: .whitespaces) }
      if cells.first == "key" { columns = cells } else { rows += read(cells, columns, section) }
    }
    return rows
  }()

  /// `### 1.6 Authentication` is 6.
  private static func number(of heading: Substring) -> Int {
    guard heading.hasPrefix("### 1.") else { return 0 }
    return Int(heading.dropFirst(6).prefix(while: \.isNumber)) ?? 0
  }

  private static func read(_ cells: [String], _ columns: [String], _ section: Int) -> [Row] {
    guard let name = cells.first else { return [] }
    let cell = columns.firstIndex { $0.hasPrefix("invalid") }
      .flatMap { $0 < cells.count ? cells[$0] : nil }
    return name.replacing(", alias", with: " /").split(separator: "/").map { part in
      Row(
        key: part.prefix { $0 != "(" }.trimmingCharacters(in: .whitespaces),
        risk: risk(part, section), failures: cell.map(failures) ?? [])
    }
  }

  /// The letter behind the key; the check of risks does not know aliases, which have none.
  private static func risk(_ name: Substring, _ section: Int) -> String {
    let letters = ["(C)": "critical", "(H)": "high", "(M)": "medium"]
    // All of the snippets are critical.
    let others = section == 12 ? "critical" : "low"
    return letters.first { name.contains($0.key) }?.value ?? others
  }

  /// The classes of failure that a cell names, each once.
  private static func failures(_ cell: String) -> [String] {
    let classes = ["SELF": "ignored", "GROUP": "group-lost", "503": "denied", "DROP": "dropped"]
    guard !cell.contains("(risk)") else { return [] }
    let words = cell.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.compactMap { classes[$0] }.reduce(into: []) { named, failure in
      if !named.contains(failure) { named.append(failure) }
    }
  }
}
