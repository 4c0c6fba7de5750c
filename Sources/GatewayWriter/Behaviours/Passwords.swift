import Evidence
import GatewayAPI
import Passwords
import Routing

extension RouteSpeaker {
  /// User names and passwords, which only an EnvoyFilter can ask for.
  mutating func sayCredentials(_ credentials: Credentials, of access: Access) {
    guard context.options.allowsEnvoyFilter else { return close(.credentials) }
    switch SpokenPasswords(credentials, of: access) {
    case .unsayable(let problem): close(.credentials, because: problem)
    case .lines(let lines):
      said(.credentials)
      speech.patches.append(.users(lines))
      // ingress-nginx keeps what it was told to itself.
      speech.requestHeaders.remove.append("Authorization")
      let users = lines.count == 1 ? "1 user" : "\(lines.count) users"
      find(
        .passwordHashesReadable, about: .credentials, "\(users) of Secret \(credentials.secret).")
      find(.basicAuthDiffers, about: .credentials)
    }
  }
}

/// A password file as Envoy takes it.
private enum SpokenPasswords {
  case lines([String])
  /// Why it cannot be said, one sentence.
  case unsayable(String)

  init(_ credentials: Credentials, of access: Access) {
    guard credentials.scheme == .basic else {
      self = .unsayable("Envoy knows no digest authentication.")
      return
    }
    let isAlone = access.addresses == AddressRule() && access.external == nil
    guard isAlone || !access.satisfiesAny else {
      self = .unsayable("With satisfy any, Envoy would ask those whom another check lets in, too.")
      return
    }
    guard let users = credentials.users else {
      self = .unsayable("The Secret \(credentials.secret) is not in the input.")
      return
    }
    self.init(PasswordEntry.all(in: users))
  }

  private init(_ entries: [PasswordEntry]) {
    if let salted = entries.first(where: { $0.hash == .salted }) {
      self = .unsayable(
        "The password of \(salted.user) is neither {SHA} nor {PLAIN}, and Envoy knows no other.")
      return
    }
    let lines = entries.compactMap(\.digestLine)
    let isShort = lines.reduce(0) { $0 + $1.utf8.count + 1 } <= PasswordFileLimit.bytes
    self = isShort ? .lines(lines) : .unsayable("The users are too many for one EnvoyFilter.")
  }
}

extension Rule {
  static let basicAuthDiffers = Rule(
    "basic-auth-differs", .warning, .changed,
    title: "Envoy asks for users and passwords in its own words",
    before: "ingress-nginx names the realm of auth-realm, puts the headers of the location on its "
      + "401, takes the word basic in any letter case, and answers 413 to long bodies first.",
    after: "They name the address asked for as the realm, leave those headers off, know Basic in "
      + "this spelling alone, ask an authentication service first, and look at the length of a body "
      + "last.",
    remedy: "Nothing, unless a client relies on the realm: browsers may ask once for each address.")
  static let passwordHashesReadable = Rule(
    "password-hashes-readable", .warning, .changed,
    title: "Digests of passwords stand in an EnvoyFilter, which more people may read than a Secret",
    before: "ingress-nginx reads the users from the Secret, and again when it changes.",
    after:
      "They hold each user with the SHA-1 digest of the password, without salt, as it was when "
      + "they were written.",
    remedy:
      "Let few people read EnvoyFilters, use long passwords, and migrate again when the Secret "
      + "changes; or put an authentication service in front, and name it with auth-url.")
}
