extension EnvoyFilter {
  /// The buckets of a local rate limit that tell clients apart by their address.
  ///
  /// A descriptor counts where an entry of `rate_limits` makes just its entries.
  struct ClientBuckets {
    private(set) var buckets: [TokenLimit.Bucket] = []
    /// The addresses for which no descriptor is made.
    private(set) var exempt: [String] = []

    /// Nil where a descriptor or an action is not understood.
    init?(_ config: Field) {
      guard let descriptors = config["descriptors"].list, let limits = config["rate_limits"].list
      else { return nil }
      var made: [[Entry]] = []
      for (index, limit) in limits.enumerated() {
        guard limit.keys == ["actions"], let actions = Actions(limit["actions"]) else {
          return nil
        }
        if index > 0, actions.exempt != exempt { return nil }
        exempt = actions.exempt
        made.append(actions.entries)
      }
      for descriptor in descriptors {
        guard let entries = Entry.list(descriptor["entries"]) else { return nil }
        guard limits.isEmpty || made.contains(entries) else { continue }
        guard entries.first?.isOfEveryClient == true else { return nil }
        if let bucket = TokenLimit.Bucket(descriptor["token_bucket"], isPerClient: true) {
          buckets.append(bucket)
        }
      }
    }
  }
}

extension EnvoyFilter.ClientBuckets {
  /// One entry of a descriptor; no value stands for each.
  fileprivate struct Entry: Hashable {
    var key: String
    var value: String

    /// Whether each client has a descriptor of its own.
    var isOfEveryClient: Bool { key == "remote_address" && value.isEmpty }

    static func list(_ field: Field) -> [Entry]? {
      field.list?.map { Entry(key: $0["key"].plain ?? "", value: $0["value"].plain ?? "") }
    }
  }

  /// The `actions` of one entry of `rate_limits`.
  fileprivate struct Actions {
    var entries: [Entry] = []
    var exempt: [String] = []

    /// Nil where an action is not understood.
    init?(_ field: Field) {
      for action in field.list ?? [] {
        guard action.keys.count == 1, let kind = action.keys.first else { return nil }
        let body = action[kind]
        switch kind {
        case "remote_address": entries.append(Entry(key: kind, value: ""))
        case "generic_key":
          guard let value = body["descriptor_value"].plain else { return nil }
          let key = body["descriptor_key"].plain ?? kind
          entries.append(Entry(key: key, value: value))
        case "remote_address_match":
          guard take(addresses: body) else { return nil }
        case _: return nil
        }
      }
    }

    /// An action that makes an entry for all clients but those of some ranges.
    private mutating func take(addresses body: Field) -> Bool {
      let matcher = body["address_matcher"]
      guard exempt.isEmpty, matcher["invert_match"].plain == "true",
        let key = body["descriptor_key"].plain, let value = body["descriptor_value"].plain,
        let ranges = matcher["ranges"].list
      else { return false }
      for range in ranges {
        guard let address = range["address_prefix"].plain,
          let length = range["prefix_len"].number
        else { return false }
        exempt.append("\(address)/\(length)")
      }
      entries.append(Entry(key: key, value: value))
      return true
    }
  }
}
