extension EnvoyFilter {
  /// The name of the filter that buffers bodies.
  package static let bufferFilter = "envoy.filters.http.buffer"

  /// How many requests Envoy's local rate limit lets through.
  package struct TokenLimit: Hashable, Sendable {
    /// One `token_bucket`.
    package struct Bucket: Hashable, Sendable {
      package var tokens: Int
      package var tokensPerFill: Int
      /// As written, for example `60s`.
      package var fillInterval: String
      /// Whether each client has a bucket of its own.
      package var isPerClient: Bool

      package init(tokens: Int, tokensPerFill: Int, fillInterval: String, isPerClient: Bool) {
        self.tokens = tokens
        self.tokensPerFill = tokensPerFill
        self.fillInterval = fillInterval
        self.isPerClient = isPerClient
      }
    }

    /// The name of the filter.
    package static let filter = "envoy.filters.http.local_ratelimit"

    /// Each of them has to have a token; empty where nothing is limited.
    package var buckets: [Bucket]
    /// Client addresses that no bucket limits.
    package var exempt: [String]
    /// The status above the limit.
    package var status: Int

    package init(buckets: [Bucket], exempt: [String] = [], status: Int) {
      self.buckets = buckets
      self.exempt = exempt
      self.status = status
    }
  }
}

extension EnvoyFilter.TokenLimit {
  /// Nil where something in it is not understood.
  init?(_ config: Field) {
    let known: Set<String> = [
      "@type", "stat_prefix", "status", "token_bucket", "filter_enabled", "filter_enforced",
      "descriptors", "rate_limits", "max_dynamic_descriptors", "response_headers_to_add",
      "enable_x_ratelimit_headers", "local_rate_limit_per_downstream_connection",
      "always_consume_default_token_bucket",
    ]
    guard config.keys.allSatisfy(known.contains), let clients = EnvoyFilter.ClientBuckets(config),
      let status = Self.status(config["status"]["code"].plain), let share = Self.share(config)
    else { return nil }
    let own = [Bucket(config["token_bucket"], isPerClient: false)].compactMap { $0 }
    let isAlways = config["always_consume_default_token_bucket"].plain != "false"
    // What no bucket of clients takes goes to the one of all.
    if !own.isEmpty, !clients.exempt.isEmpty { return nil }
    let all = isAlways || clients.buckets.isEmpty ? own + clients.buckets : clients.buckets
    self.init(buckets: share == 0 ? [] : all, exempt: clients.exempt, status: status)
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
    guard let word else { return 429 }
    return statusWords.first { $0.value == word }?.key ?? Int(word)
  }

  /// Envoy's names of the statuses that one would answer here.
  static let statusWords = [
    403: "Forbidden", 429: "TooManyRequests", 503: "ServiceUnavailable",
  ]
}

extension EnvoyFilter.TokenLimit.Bucket {
  /// Nil where it is left out, and where it has as many tokens as there can be.
  init?(_ field: Field, isPerClient: Bool) {
    guard field.isWritten else { return nil }
    let tokens = field["max_tokens"].number ?? 0
    guard tokens < EnvoyFilter.greatestNumber else { return nil }
    self.init(
      tokens: tokens, tokensPerFill: field["tokens_per_fill"].number ?? 1,
      fillInterval: field["fill_interval"].plain ?? "", isPerClient: isPerClient)
  }
}
