extension Duration {
  /// Reads a duration as Go and Istio write it, for example `1h30m`, `0.5s` or `100ms`.
  init?(istio text: String) {
    var rest = text[...]
    var total = 0.0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard let value = Double(number), let factor = Self.seconds[String(unit)] else { return nil }
      total += value * factor
    }
    guard total < 1e9 else { return nil }
    self = .seconds(total)
  }

  /// The duration in seconds, rounded up.
  var wholeSeconds: Int {
    Int(components.seconds) + (components.attoseconds > 0 ? 1 : 0)
  }

  private static let seconds = ["h": 3600.0, "m": 60, "s": 1, "ms": 0.001, "us": 1e-6, "ns": 1e-9]
}
