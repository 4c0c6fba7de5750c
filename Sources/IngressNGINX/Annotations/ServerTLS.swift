import Routing

/// Chooses ciphers for TLS with clients, for a whole host (`sslcipher`).
enum ServerTLS: AnnotationFamily {
  enum Key: String, CaseIterable {
    case ciphers = "ssl-ciphers"
    case prefersServerCiphers = "ssl-prefer-server-ciphers"
  }

  struct Setting: FamilySetting, Hashable {
    /// In the words of OpenSSL; empty leaves them to the ConfigMap.
    var ciphers = ""
    /// nil leaves it to the ConfigMap.
    var prefersServerCiphers: Bool?
  }

  static let heading: String? = "ssl-ciphers"

  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .ciphers:
      AnnotationEntry(
        syntax: .expression(
          "([A-Za-z0-9!:+\\-_]|@STRENGTH|@SECLEVEL=[0-5])*", "a list of OpenSSL's ciphers",
          ignoringBlanks: true),
        fallback: .configMap("ssl-ciphers"), scope: .server, failure: .dropped,
        meaning: "accepts these ciphers from clients up to TLS 1.2",
        notes: ["The oldest Ingress of the host that sets them decides."], fate: .lost(.tuning))
    case .prefersServerCiphers:
      AnnotationEntry(
        syntax: .flag, fallback: .fixed("true"), scope: .server,
        meaning: "follows its own order of ciphers, not the client's",
        notes: ["The oldest Ingress of the host that sets it decides."],
        fate: .lost(.tuning, unless: "true"))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    let prefersOwn = try annotations.flag(.prefersServerCiphers)
    return Setting(
      ciphers: try annotations.text(.ciphers) ?? "", prefersServerCiphers: prefersOwn)
  }
}

extension IngressSettings {
  var serverTLS: ServerTLS.Setting { self[ServerTLS.self] }
}
