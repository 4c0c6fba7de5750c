import Kubernetes
import Routing

/// Asks clients for a user name and password (`auth`).
enum BasicAuth: AnnotationFamily {
  enum Key: String, CaseIterable {
    case type = "auth-type"
    case secret = "auth-secret"
    case secretType = "auth-secret-type"
    case realm = "auth-realm"
  }

  struct Setting: FamilySetting, Hashable {
    var isOn = false
    /// HTTP digest authentication instead of basic.
    var isDigest = false
    /// Where the users are.
    var secret: ObjectName?
    /// Each key of the Secret is a user; otherwise its key `auth` is a file of htpasswd.
    var usesMap = false
    var realm = ""
  }

  static let heading: String? = "authentication"

  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .type:
      AnnotationEntry(
        syntax: .holding(["basic", "digest"]), failure: .dropped,
        meaning: "asks for a user name and password",
        notes: [
          "Only basic in just this spelling is basic authentication, other text is digest.",
          "The Authorization header does not reach the backend.",
        ], fate: .lost(.protection), failsOpen: true)
    case .secret:
      AnnotationEntry(
        syntax: .characters(.basic, ignoringBlanks: true), failure: .denied, risk: .medium,
        meaning: "takes user names and passwords from this Secret",
        notes: [
          "Without auth-type nobody is asked for a password.",
          "A Secret that does not exist, or of another namespace, makes every path answer 503.",
        ], fate: .lost(.protection), failsOpen: true)
    case .secretType:
      AnnotationEntry(
        syntax: .holding(["auth-file", "auth-map"]), fallback: .fixed("auth-file"),
        failure: .dropped,
        meaning: "reads the Secret's key auth as htpasswd (auth-file), or each key as a user "
          + "(auth-map)",
        notes: ["Other text that has one of the words in it makes every path answer 503."],
        fate: .lost(.answer))
    case .realm:
      AnnotationEntry(
        syntax: .characters(.basicWithBlanks), failure: .dropped, risk: .medium,
        meaning: "names the realm so when it asks for a password",
        notes: ["Quotes, commas and brackets make the controller refuse the whole Ingress."],
        fate: .lost(.answer))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    guard let type = try annotations.text(.type) else {
      annotations.ignoreAll(but: .type, openly: [.secret])
      return Setting()
    }
    guard type.contains("basic") || type.contains("digest") else {
      throw denied(.type, "its value is not basic or digest")
    }
    let secretType = try annotations.text(.secretType) ?? "auth-file"
    let secret = try secret(&annotations)
    let realm = try annotations.text(.realm) ?? ""
    try check(secretType, secret, annotations.surroundings)
    return Setting(
      isOn: true, isDigest: type != "basic", secret: secret, usesMap: secretType == "auth-map",
      realm: realm)
  }

  private static func secret(
    _ annotations: inout Annotations<Self>
  ) throws(Refusal) -> ObjectName {
    guard let text = try annotations.text(.secret) else { throw denied(.secret, "it is missing") }
    guard let name = objectName(text, in: annotations.namespace) else {
      throw denied(.secret, "its value is not name or namespace/name")
    }
    let surroundings = annotations.surroundings
    guard surroundings.allowsCrossNamespace || name.namespace == annotations.namespace else {
      throw denied(.secret, "it names a Secret of another namespace")
    }
    guard surroundings.hasSecret(name) else {
      throw denied(.secret, "the Secret \(name) does not exist")
    }
    return name
  }

  /// What the controller finds out when it writes the file of users (`dumpSecretAuthFile`).
  private static func check(
    _ type: String, _ secret: ObjectName, _ surroundings: AnnotationSurroundings
  ) throws(Refusal) {
    guard type == "auth-file" || type == "auth-map" else {
      throw denied(.secretType, "its value is not auth-file or auth-map")
    }
    guard type == "auth-map" || surroundings.secret(secret, has: "auth") else {
      throw denied(.secret, "the Secret \(secret) has no key auth")
    }
  }

  private static func denied(_ key: Key, _ reason: String) -> Refusal {
    .denied(key: key.rawValue, reason: reason)
  }
}

extension IngressSettings {
  var basicAuth: BasicAuth.Setting { self[BasicAuth.self] }
}
