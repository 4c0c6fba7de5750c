package import Evidence

/// An annotation beside the controller's prefix that looks as if ingress-nginx read it.
package struct ForeignAnnotation: Sendable {
  /// The whole key.
  package var key: String
  /// Who reads it, if anybody; completes "It is …".
  package var owner: String
  /// The annotation that ingress-nginx would read, without the prefix; nil where there is none.
  package var counterpart: String?
  /// Whether who writes it may think that it keeps requests out.
  package var seemsToProtect: Bool
  /// `--annotations-prefix`.
  private var prefix: String

  /// How much it matters where it is written.
  package var severity: Severity { seemsToProtect ? .warning : .note }

  /// The kind of finding that reports it.
  package static let rule = Rule.annotationOfAnotherController

  /// What to do, one sentence.
  package var remedy: String {
    guard let counterpart else { return Self.rule.remedy }
    return "Write \(prefix)/\(counterpart) if ingress-nginx should do it, and remove this "
      + "one."
  }

  /// Nil where the key is not of that kind, or where it is under the controller's own prefix.
  package init?(_ key: String, prefix: String) {
    guard !key.hasPrefix(prefix + "/"), key != "kubernetes.io/ingress.class" else { return nil }
    if let meant = Self.keyUnderMisspelledPrefix(key, prefix) {
      self.key = key
      self.prefix = prefix
      owner = "under a prefix that is not quite \(prefix)"
      counterpart = meant
      seemsToProtect = IngressNGINX.seemsToProtect(meant)
      return
    }
    guard let (start, owner) = Self.owners.first(where: { key.hasPrefix($0.start) }) else {
      return nil
    }
    let rest = String(key.dropFirst(start.count))
    self.key = key
    self.prefix = prefix
    self.owner = owner
    counterpart = start == Self.oldPrefix && Family.byKey[rest] != nil ? rest : nil
    seemsToProtect =
      start == Self.oldPrefix
      ? IngressNGINX.seemsToProtect(rest) : Self.protectiveKeys.contains(key)
  }

  /// The known key behind a prefix with one or two typing errors; nil for all other keys.
  private static func keyUnderMisspelledPrefix(_ key: String, _ prefix: String) -> String? {
    guard let slash = key.lastIndex(of: "/") else { return nil }
    let (start, rest) = (key[..<slash].utf8, String(key[key.index(after: slash)...]))
    guard abs(start.count - prefix.utf8.count) <= 2, Family.byKey[rest] != nil else { return nil }
    return mistakes(Array(start), Array(prefix.utf8), atMost: 2).map { _ in rest }
  }

  /// The default of `--annotations-prefix` in the first releases.
  private static let oldPrefix = "ingress.kubernetes.io/"

  private static let owners: [(start: String, owner: String)] = [
    (oldPrefix, "under the old prefix, which ingress-nginx no longer reads"),
    ("nginx.org/", "of the NGINX Ingress Controller of F5"),
    ("nginx.com/", "of the NGINX Ingress Controller of F5"),
    ("kubernetes.io/ingress.allow-http", "of the load balancers of Google Cloud"),
  ]

  private static let protectiveKeys: Set<String> = [
    "kubernetes.io/ingress.allow-http", "nginx.org/basic-auth-secret", "nginx.org/limit-req-rate",
    "nginx.com/jwt-key", "nginx.org/policies", "nginx.org/redirect-to-https",
  ]
}

/// Whether an annotation of this name keeps requests out, so that who misspells it is unprotected.
package func seemsToProtect(_ key: String) -> Bool {
  let starts = [
    "auth-", "allowlist-", "whitelist-", "denylist-", "limit-", "enable-modsecurity",
    "enable-owasp", "modsecurity-", "satisfy", "proxy-ssl-verify", "proxy-body-size",
  ]
  return starts.contains { key.hasPrefix($0) }
}
