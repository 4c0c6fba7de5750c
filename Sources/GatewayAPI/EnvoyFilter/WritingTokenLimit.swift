import YAMLText

extension EnvoyFilter.TokenLimit {
  private static let type = EnvoyFilter.typeOfFilters + "local_ratelimit.v3.LocalRateLimit"
  private static let prefix = "http_local_rate_limiter"

  /// As many clients as a zone of 5 MB holds, which is what the controller gives each Ingress.
  private static let clients = 40_000

  /// The filter as it limits nothing.
  static var neutralNode: Node {
    var fields = Fields()
    fields.put("@type", type)
    fields.put("stat_prefix", prefix)
    return fields.node
  }

  /// The filter for one route; what no descriptor takes goes through the bucket of all.
  var node: Node {
    var fields = Fields()
    fields.put("@type", Self.type)
    fields.put("stat_prefix", Self.prefix)
    fields.put("status", Self.node(of: status))
    fields.put("filter_enabled", Self.always)
    fields.put("filter_enforced", Self.always)
    let own = buckets.first { !$0.isPerClient }
    fields.put("token_bucket", (own ?? .unlimited).node)
    let ofClients = buckets.filter(\.isPerClient)
    guard !ofClients.isEmpty else { return fields.node }
    fields.put("always_consume_default_token_bucket", own != nil)
    fields.put("max_dynamic_descriptors", Self.clients)
    fields.put(
      "descriptors",
      ofClients.map { bucket in
        var descriptor = Fields()
        descriptor.put("entries", entries(bucket))
        descriptor.put("token_bucket", bucket.node)
        return descriptor.node
      })
    fields.put(
      "rate_limits",
      ofClients.map { bucket in
        var limit = Fields()
        limit.put("actions", actions(bucket))
        return limit.node
      })
    return fields.node
  }

  private func entries(_ bucket: Bucket) -> [Node] {
    var entries = [Self.entry("remote_address", nil)]
    entries.append(Self.entry("bucket", bucket.fillInterval))
    if !exempt.isEmpty { entries.append(Self.entry("limited", "yes")) }
    return entries
  }

  private static func entry(_ key: String, _ value: String?) -> Node {
    var entry = Fields()
    entry.put("key", key)
    entry.put("value", value)
    return entry.node
  }

  private func actions(_ bucket: Bucket) -> [Node] {
    var interval = Fields()
    interval.put("descriptor_key", "bucket")
    interval.put("descriptor_value", bucket.fillInterval)
    let actions = [
      Self.action("remote_address", .mapping([])), Self.action("generic_key", interval.node),
    ]
    guard !exempt.isEmpty else { return actions }
    var matcher = Fields()
    matcher.put("ranges", exempt.map(Self.range))
    matcher.put("invert_match", true)
    var match = Fields()
    match.put("descriptor_key", "limited")
    match.put("descriptor_value", "yes")
    match.put("address_matcher", matcher.node)
    return actions + [Self.action("remote_address_match", match.node)]
  }

  private static func action(_ kind: String, _ body: Node) -> Node {
    var action = Fields()
    action.put(kind, body)
    return action.node
  }

  /// `10.0.0.0/8` or a single address.
  private static func range(_ text: String) -> Node {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    let address = parts.first ?? text
    var range = Fields()
    range.put("address_prefix", address)
    range.put(
      "prefix_len", parts.count > 1 ? Int(parts[1]) : address.contains(":") ? 128 : 32)
    return range.node
  }

  private static func node(of status: Int) -> Node {
    var fields = Fields()
    if let word = statusWords[status] {
      fields.put("code", word)
    } else {
      fields.put("code", status)
    }
    return fields.node
  }

  private static var always: Node {
    var share = Fields()
    share.put("numerator", 100)
    share.put("denominator", "HUNDRED")
    var fields = Fields()
    fields.put("default_value", share.node)
    return fields.node
  }
}

extension EnvoyFilter.TokenLimit.Bucket {
  /// A bucket that is never empty.
  fileprivate static let unlimited = EnvoyFilter.TokenLimit.Bucket(
    tokens: EnvoyFilter.greatestNumber, tokensPerFill: EnvoyFilter.greatestNumber,
    fillInterval: "1s", isPerClient: false)

  /// `token_bucket`.
  fileprivate var node: Node {
    var fields = Fields()
    fields.put("max_tokens", tokens)
    fields.put("tokens_per_fill", tokensPerFill)
    fields.put("fill_interval", fillInterval)
    return fields.node
  }
}
