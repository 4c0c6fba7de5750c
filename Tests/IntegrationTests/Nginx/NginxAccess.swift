import Routing

/// Who is let in, as nginx's own checks of addresses and passwords.
struct NginxAccess {
  let access: Access
  let scope: NginxScope

  func lines() throws(Unsaid) -> NginxLines {
    guard access.external == nil else { throw Unsaid("external authentication") }
    let denied = access.addresses.denied.map { "deny \($0);" }
    let allowed = access.addresses.allowed.map { "allow \($0);" }
    var lines = NginxLines(block: denied + allowed + (allowed.isEmpty ? [] : ["deny all;"]))
    if access.satisfiesAny { lines.block.append("satisfy any;") }
    if let credentials = access.credentials { lines += try passwords(credentials) }
    return lines
  }

  private func passwords(_ credentials: Credentials) throws(Unsaid) -> NginxLines {
    guard credentials.scheme == .basic, let users = credentials.users else {
      throw Unsaid("passwords that are digested or unknown")
    }
    let file = "users\(scope.variable("users").dropFirst())"
    return NginxLines(
      block: [
        "auth_basic \(credentials.realm.quoted);", "auth_basic_user_file \(scope.name)/\(file);",
      ],
      files: [file: users.map { $0 + "\n" }.joined()])
  }
}
