/// An absolute address taken apart: `scheme://host:port` and what stands behind.
package struct WebAddress: Hashable, Sendable {
  /// In lower case.
  package var scheme: String
  /// In lower case; never empty.
  package var host: String
  /// As written; nil where there is none.
  package var port: Substring?
  /// Path, query and fragment as written; may be empty.
  package var rest: String

  /// Nil where there is no scheme or no host, or more than one colon in host and port.
  package init?(_ text: String) {
    guard let mark = text.firstRange(of: "://") else { return nil }
    let behind = text[mark.upperBound...]
    let authority = behind.prefix { !"/?#".contains($0) }
    let pieces = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = pieces.first, !host.isEmpty, pieces.count <= 2 else { return nil }
    scheme = text[..<mark.lowerBound].lowercased()
    self.host = host.lowercased()
    port = pieces.count == 2 ? pieces[1] : nil
    rest = String(behind.dropFirst(authority.count))
  }

  /// What is asked for there: a query alone stands behind `/`; empty where there is nothing.
  package var target: String { rest.hasPrefix("?") ? "/\(rest)" : rest }
}
