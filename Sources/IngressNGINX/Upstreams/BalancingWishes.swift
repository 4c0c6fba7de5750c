import Routing

extension HashBy.Setting {
  /// What is hashed; nil for nothing.
  var key: HashKey? { text.isEmpty ? nil : HashKey(nginx: text) }
}

extension HashKey {
  /// Reads one variable of nginx; everything else stays a text.
  init(nginx text: String) {
    var name = text.filter { $0 != " " }
    if name.hasPrefix("${"), name.hasSuffix("}") { name = "$" + name.dropFirst(2).dropLast() }
    self = Self.known[name] ?? Self.named(name) ?? .text(text)
  }

  private static let known: [String: HashKey] = [
    "$remote_addr": .address, "$binary_remote_addr": .address,
    "$request_uri": .header(":path"), "$host": .header(":authority"),
    "$http_host": .header(":authority"),
  ]

  private static func named(_ name: String) -> HashKey? {
    let families: [(String, (String) -> HashKey)] = [
      ("$http_", { .header($0.lowercased().replacing("_", with: "-")) }),
      ("$cookie_", { .cookie($0) }), ("$arg_", { .parameter($0) }),
    ]
    for (prefix, make) in families where name.hasPrefix(prefix) {
      let rest = String(name.dropFirst(prefix.count))
      let isPlain = rest.allSatisfy { $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
      return rest.isEmpty || !isPlain ? nil : make(rest)
    }
    return nil
  }
}

extension SessionAffinity.Cookie {
  /// The cookie as far as it can be said of a whole Service; an expired one is none that keeps.
  var sticky: StickyCookie {
    let seconds = Int(maxAge) ?? Int(expires)
    return StickyCookie(
      name: name, lifetime: seconds.flatMap { $0 > 0 ? $0 : nil },
      domain: domain.isEmpty ? nil : domain,
      sameSite: ["None", "Lax", "Strict"].contains(sameSite) ? sameSite : nil,
      isAlwaysSecure: isAlwaysSecure, isPersistent: isPersistent)
  }
}
