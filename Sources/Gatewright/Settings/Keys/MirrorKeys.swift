import YAMLText

extension SettingsKey {
  /// The keys about copies of requests.
  static let ofMirrors: [SettingsKey] = [
    SettingsKey(
      "mirrors", "How many requests the mirrors of every Ingress, or of named ones, get a copy of",
      syntax: "a list of ingresses and percent", fallback: "[]",
      example: """
        - ingresses: [shop/web]
          percent: 10
        """
    ) { value, draft in
      for item in draft.list(value) ?? [] { draft.readMirror(item) }
    }
  ]
}

extension SettingsDraft {
  /// One entry of `mirrors`.
  fileprivate mutating func readMirror(_ item: Value) {
    guard let fields = fields(item, ["ingresses", "percent"]) else { return }
    let ingresses = fields["ingresses"].map { names($0, of: "Ingress") } ?? []
    guard let value = fields["percent"] else { return fault(item, "lacks 'percent'") }
    guard let percent = number(value, in: 0...100) else { return }
    options.mirroredParts.append(
      MirroredPartDefault(percent: percent, of: ingresses, at: place(of: item)))
  }
}
