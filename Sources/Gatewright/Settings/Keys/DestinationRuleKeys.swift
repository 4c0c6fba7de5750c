import YAMLText

extension SettingsKey {
  /// The keys about how Services are reached.
  static let ofDestinationRules: [SettingsKey] = [
    SettingsKey(
      "destination-rules",
      "Parts of trafficPolicy that every Service gets, or that named Services get",
      syntax: "a list of services and trafficPolicy", fallback: "[]",
      example: """
        - services: [shop/web]
          trafficPolicy:
            connectionPool:
              tcp: {maxConnections: 100}
            outlierDetection: {consecutive5xxErrors: 5, interval: 30s}
        """
    ) { value, draft in
      for item in draft.list(value) ?? [] { draft.readTrafficPolicy(item) }
    }
  ]
}

extension SettingsDraft {
  /// One entry of `destination-rules`.
  fileprivate mutating func readTrafficPolicy(_ item: Value) {
    guard let fields = fields(item, ["services", "trafficPolicy"]) else { return }
    let services = fields["services"].map { names($0, of: "Service") } ?? []
    guard let policy = fields["trafficPolicy"] else { return fault(item, "lacks 'trafficPolicy'") }
    check(policy, .policy)
    options.trafficPolicies.append(
      TrafficPolicyDefault(policy.node, of: services, at: place(of: item)))
  }
}
