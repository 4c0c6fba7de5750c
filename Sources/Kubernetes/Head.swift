/// What `apiVersion` and `kind` of an object say.
struct Head: Hashable, Sendable {
  var apiVersion: APIVersion
  /// `apiVersion` as written.
  var written: String
  var kind: String
}

/// Group and version, as `apiVersion` joins them.
struct APIVersion: Hashable, Sendable {
  /// Empty for the core group.
  var group: String
  var version: String

  init(_ text: String) {
    guard let slash = text.lastIndex(of: "/") else {
      (group, version) = ("", text)
      return
    }
    (group, version) = (String(text[..<slash]), String(text[text.index(after: slash)...]))
  }
}
