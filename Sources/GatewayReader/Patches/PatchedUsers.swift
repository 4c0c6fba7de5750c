import Routing

/// The password file that Envoy's basic authentication reads (`readHtpasswd`).
enum PatchedUsers {
  /// Why Envoy refuses a file, one sentence; nil where it takes it.
  static func refusal(of lines: [String]) -> String? {
    var seen: Set<[UInt8]> = []
    for line in lines {
      let parts = line.utf8.split(
        separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let user = parts.first, !user.isEmpty, let hash = parts.last else {
        return "An EnvoyFilter has a line in a password file that is not user:hash."
      }
      let name = String(decoding: user, as: UTF8.self)
      guard hash.starts(with: "{SHA}".utf8), hash.count == 33 else {
        return "An EnvoyFilter has a hash of \(name) that is not {SHA}."
      }
      guard seen.insert(Array(user)).inserted else {
        return "An EnvoyFilter names the user \(name) twice."
      }
    }
    return nil
  }
}

extension Credentials {
  /// What Envoy asks for, with the users in its configuration.
  init(_ users: [String]) { self.init(scheme: .basic, realm: "", secret: "", users: users) }
}
