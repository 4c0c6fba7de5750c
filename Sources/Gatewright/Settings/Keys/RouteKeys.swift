extension SettingsKey {
  /// The keys about the objects to write.
  static let ofRoutes: [SettingsKey] = [
    word(
      "style",
      "Whether every quirk that changes an answer is kept, or what was evidently meant is "
        + "written", option: "--style", \.style),
    flag(
      "allow-envoy-filter", "Whether EnvoyFilters may say what nothing else can",
      option: "--allow-envoy-filter", \.allowsEnvoyFilter),
    word(
      "canary-scope",
      "How far a canary reaches: to every path of its upstream, or to its own paths",
      option: "--canary-scope", \.canaryScope),
    flag(
      "provenance", "Whether objects say in comments and annotations where they came from",
      option: "--no-provenance", \.writesProvenance),
  ]

  /// The keys about comparing all requests.
  static let ofVerification: [SettingsKey] = [
    flag(
      "verification.enabled",
      "Whether migrate compares what it wrote with what ingress-nginx serves",
      option: "--no-verify", \.verification.isOn),
    SettingsKey(
      "verification.budget", "The most joint states of the path patterns of one host and scheme",
      syntax: "a whole number from 1 on", fallback: "\(VerificationOptions().stateBudget)",
      example: "200000", option: "--verify-budget"
    ) { value, draft in
      guard let states = draft.number(value, in: 1...Int.max) else { return }
      draft.options.verification.stateBudget = states
    },
    word(
      "path-normalization", "The mesh's pathNormalization", option: "--path-normalization",
      \.pathNormalization),
    SettingsKey(
      "empty-services", "Services that exist and have no endpoint",
      syntax: "a list of namespace/name", fallback: "[]", example: "[shop/idle]",
      option: "--empty-service"
    ) { value, draft in
      for value in draft.list(value) ?? [] {
        guard let name = draft.parsed(value, as: "namespace/name", { QualifiedName($0) })
        else { continue }
        draft.options.emptyServices.append(name)
      }
    },
  ]
}
