extension EnvoyFilter {
  /// The name of the filter that buffers bodies.
  package static let bufferFilter = "envoy.filters.http.buffer"

  /// How many requests Envoy's local rate limit lets through.
  package struct TokenLimit: Hashable, Sendable {
    /// The name of the filter.
    package static let filter = "envoy.filters.http.local_ratelimit"

    /// Nil where nothing is limited.
    package var tokens: Int?
    package var tokensPerFill: Int
    /// As written, for example `60s`.
    package var fillInterval: String
    /// The status above the limit.
    package var status: Int
    /// Whether each client has a bucket of its own.
    package var isPerClient: Bool
  }
}

extension EnvoyFilter.TokenLimit {
  /// Nil where something in it is not understood.
  init?(_ config: Field) {
    let known: Set<String> = [
      "@type", "stat_prefix", "status", "token_bucket", "filter_enabled", "filter_enforced",
      "descriptors", "rate_limits", "max_dynamic_descriptors", "response_headers_to_add",
      "enable_x_ratelimit_headers", "local_rate_limit_per_downstream_connection",
    ]
    guard config.keys.allSatisfy(known.contains) else { return nil }
    let own = config["token_bucket"]
    guard let descriptors = Self.clientBuckets(config) else { return nil }
    let buckets = (own.isWritten ? [own] : []) + descriptors
    let least = buckets.min { ($0["max_tokens"].number ?? 0) < ($1["max_tokens"].number ?? 0) }
    guard let status = Self.status(config["status"]["code"].plain) else { return nil }
    guard let share = Self.share(config) else { return nil }
    tokens = share == 0 ? nil : least?["max_tokens"].number
    tokensPerFill = least?["tokens_per_fill"].number ?? 1
    fillInterval = least?["fill_interval"].plain ?? ""
    self.status = status
    isPerClient = !descriptors.isEmpty
  }

  /// The buckets of descriptors that tell clients apart by their address; nil for others.
  private static func clientBuckets(_ config: Field) -> [Field]? {
    guard let all = try? config["descriptors"].items({ $0 }) else { return nil }
    for descriptor in all {
      let entries = (try? descriptor["entries"].items { $0 }) ?? []
      guard entries.count == 1, entries[0]["key"].plain == "remote_address",
        (entries[0]["value"].plain ?? "").isEmpty
      else { return nil }
    }
    return all.map { $0["token_bucket"] }
  }

  /// 100 where every request is limited, 0 where none is; nil for a part of them.
  private static func share(_ config: Field) -> Int? {
    let parts = ["filter_enabled", "filter_enforced"].map { key in
      config[key]["default_value"]["numerator"].number ?? 0
    }
    let isWhole = parts.allSatisfy { $0 == 100 }
    return isWhole ? 100 : parts.contains(0) ? 0 : nil
  }

  /// Envoy's name of a status, or its number; 429 where none is written.
  private static func status(_ word: String?) -> Int? {
    switch word {
    case nil, "TooManyRequests": 429
    case "ServiceUnavailable": 503
    case "Forbidden": 403
    case let word?: Int(word)
    }
  }
}
