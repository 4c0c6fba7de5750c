package import Routing

/// What of a recorded answer a model is held to.
package struct Comparison {
  /// Response headers that count; lower case.
  package var responseHeaders: Set<String>

  /// Whether certificates and headers to the backend count, too.
  package var checksAll: Bool

  package init(responseHeaders: Set<String> = [], checksAll: Bool = false) {
    self.responseHeaders = responseHeaders
    self.checksAll = checksAll
  }

  /// Where a model's answer is not the recorded one; empty where it is.
  package func differences(_ answer: Answer, _ recorded: RecordedAnswer) -> [String] {
    var differences: [String] = []
    func check(_ what: String, _ got: String?, _ expected: String?) {
      guard got != expected else { return }
      differences.append("\(what): \(got ?? "-") instead of \(expected ?? "-")")
    }
    switch answer.outcome {
    case .failed(let reason): check("error", reason, recorded.error)
    case .answered(let status, let location):
      check("answered by the proxy", nil, recorded.backend ?? shares(recorded.expectedShare))
      check("status", String(status), recorded.status.map(String.init))
      check("location", location, recorded.location)
    case .forwarded(let fractions):
      let expected = recorded.expectedShare ?? recorded.backend.map { [$0: 1] }
      check(
        "backend", shares(fractions), shares(expected) ?? recorded.status.map { "status:\($0)" })
      if recorded.upstreamPath != nil {
        check("upstream path", answer.upstreamPath, recorded.upstreamPath)
        check("upstream host", answer.upstreamHost, recorded.upstreamHost)
      }
      if let status = answer.backendStatus {
        check("backend's status", String(status), recorded.status.map(String.init))
        check("backend's location", answer.backendLocation, recorded.location)
      }
      if let scheme = recorded.upstreamScheme { check("scheme", answer.upstreamScheme, scheme) }
    }
    if recorded.expectedShare == nil {
      differences += headerDifferences(answer, recorded)
      differences += upstreamHeaderDifferences(answer, recorded)
    }
    if let certificate = recorded.certificate, checksAll {
      check("certificate", answer.certificate, certificate)
    }
    if let copies = recorded.mirrored {
      let got = answer.copies.map {
        RecordedCopy(method: $0.method, host: $0.host, target: $0.target)
      }
      if got != copies { differences.append("mirrored: \(got) instead of \(copies)") }
    }
    return differences
  }

  private func upstreamHeaderDifferences(
    _ answer: Answer, _ recorded: RecordedAnswer
  ) -> [String] {
    guard checksAll else { return [] }
    return (recorded.upstreamHeaders ?? [:]).sorted { $0.key < $1.key }.compactMap { name, value in
      let header = (answer.upstreamHeaders + answer.clientHeaders).first { $0.name == name }
      let got = header?.value
      // A header that the client sent and nobody changed arrives as sent.
      guard got != value?.text, got != nil || value == nil else { return nil }
      return "upstream \(name): \(got ?? "-") instead of \(value?.text ?? "-")"
    }
  }

  private func headerDifferences(_ answer: Answer, _ recorded: RecordedAnswer) -> [String] {
    responseHeaders.sorted().compactMap { name in
      let got = answer.responseHeaders.filter { $0.name.lowercased() == name }.map(\.value)
      let expected = recorded.responseHeaders?[name]?.text
      let shown = got.isEmpty ? nil : got.joined(separator: " & ")
      return shown == expected ? nil : "\(name): \(shown ?? "-") instead of \(expected ?? "-")"
    }
  }

  private func shares(_ fractions: [Fraction]) -> String? {
    var shares: [String: Double] = [:]
    for fraction in fractions {
      let share = Double(fraction.numerator) / Double(max(1, fraction.denominator))
      switch fraction.receiver {
      case .backend(let backend): shares[backend.description, default: 0] += share
      case .status(let status): shares["status:\(status)", default: 0] += share
      }
    }
    return self.shares(shares)
  }

  private func shares(_ shares: [String: Double]?) -> String? {
    shares?.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { "\($0.key) \((($0.value) * 1_000_000).rounded() / 1_000_000)" }.joined(separator: ", ")
  }
}
