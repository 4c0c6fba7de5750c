import Passwords
package import Routing

extension [Credentials] {
  /// Logins that tell all of these apart: one that each of them lets in, in two spellings, and of
  /// the others some that not each does.
  package var logins: [Login] {
    let files = compactMap(\.users).map { lines in
      Set(PasswordEntry.all(in: lines).compactMap { Login($0) })
    }
    guard let first = files.first else { return [] }
    let common = files.reduce(first) { $0.intersection($1) }
    let others = files.reduce(into: Set<Login>()) { $0.formUnion($1) }.subtracting(common)
    let shared = common.min { $0.text < $1.text }.map { login in
      [login, Login(scheme: "basic", user: login.user, digest: login.digest)]
    }
    return (shared ?? []) + others.sorted { $0.text < $1.text }.prefix(8)
  }
}

extension Login {
  /// The login of a user; nil for one whom no password lets in.
  fileprivate init?(_ entry: PasswordEntry) {
    switch entry.hash {
    case .digest(let digest): self.init(user: entry.user, digest: digest)
    case .salted: self.init(user: entry.user)
    case .unfitting: return nil
    }
  }
}
