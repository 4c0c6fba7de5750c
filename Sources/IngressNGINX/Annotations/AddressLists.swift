import Routing

/// Lets only some client addresses in, or keeps some out (`ipallowlist`, `ipdenylist`).
enum AddressLists: AnnotationFamily {
  enum Key: String, CaseIterable {
    case allow = "allowlist-source-range"
    case allowAlias = "whitelist-source-range"
    case deny = "denylist-source-range"
  }

  /// What is written; nil leaves it to the ConfigMap.
  struct Setting: FamilySetting {
    var allowed: [String]?
    var denied: [String]?
  }

  static let heading: String? = "whitelist-source-range"

  static func entry(of key: Key) -> AnnotationEntry {
    let only = "lets only these client addresses in, and answers 403 to all others"
    let notes = [
      "The address is that of the TCP connection unless the ConfigMap trusts forwarded headers or "
        + "the PROXY protocol.",
      "The list replaces the ConfigMap's whitelist-source-range.",
    ]
    return switch key {
    case .allow:
      AnnotationEntry(
        syntax: .addresses, fallback: .configMap("whitelist-source-range"), failure: .denied,
        risk: .medium, meaning: only,
        notes: notes + ["An empty value is wrong, too, and makes every path answer 503."],
        fate: .lost(.protection))
    case .allowAlias:
      AnnotationEntry(
        syntax: .addresses, fallback: .configMap("whitelist-source-range"), failure: .denied,
        meaning: only,
        notes: notes + [
          "It is the older name of allowlist-source-range, which wins; an empty value is ignored."
        ], fate: .lost(.protection))
    case .deny:
      AnnotationEntry(
        syntax: .addresses, fallback: .configMap("denylist-source-range"), failure: .denied,
        risk: .medium, meaning: "answers 403 to these client addresses",
        notes: ["It is looked at before the list of those let in; the first that fits counts."],
        fate: .lost(.protection))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    let allow = annotations.key(.allow, orAlias: .allowAlias)
    return Setting(
      allowed: try list(&annotations, allow), denied: try list(&annotations, .deny))
  }

  private static func list(
    _ annotations: inout Annotations<Self>, _ key: Key
  ) throws(Refusal) -> [String]? {
    guard let written = annotations.written(key) else { return nil }
    guard let entries = addressRanges(written) else {
      throw .denied(key: key.rawValue, reason: "its value is not a list of addresses and ranges")
    }
    annotations.accept(key, as: entries.joined(separator: ","))
    return entries
  }
}

extension IngressSettings {
  var addresses: AddressLists.Setting { self[AddressLists.self] }
}
