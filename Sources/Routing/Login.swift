/// A user whose password the client knows, although no header of the request is written out: what it
/// sends as `Authorization`.
package struct Login: Hashable, Sendable {
  /// The word that the header begins with; `Basic`, in any letter case.
  package var scheme: String
  package var user: String
  /// The SHA-1 digest of the password in base64; nil for whatever password is right.
  package var digest: String?

  package init(scheme: String = "Basic", user: String, digest: String? = nil) {
    self.scheme = scheme
    self.user = user
    self.digest = digest
  }

  /// Reads `Basic user`, and `Basic user:digest`.
  package init?(_ text: String) {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let scheme = words.first, let rest = words.last else { return nil }
    let parts = rest.split(separator: ":", maxSplits: 1)
    guard let user = parts.first else { return nil }
    self.init(
      scheme: String(scheme), user: String(user),
      digest: parts.count == 2 ? parts.last.map(String.init) : nil)
  }

  /// Scheme and user, which a person may read.
  package var description: String { "\(scheme) \(user)" }

  /// All of it.
  package var text: String { description + (digest.map { ":\($0)" } ?? "") }
}
