import Gatewright

/// A request and the answer that both sides must give.
struct Probe: Sendable {
  var request: RequestProbe
  var answer: String

  /// Sends a request to a URL; the answer is written as `summary(of:)` writes it.
  init(_ url: String, _ answer: String, headers: [String: String] = [:]) {
    let parts = url.split(separator: "://", maxSplits: 1)
    let rest = parts.last ?? ""
    let host = rest.prefix { $0 != "/" }
    let target = rest.dropFirst(host.count)
    request = RequestProbe(
      scheme: parts.first == "https" ? .https : .http, host: String(host),
      target: target.isEmpty ? "/" : String(target),
      headers: headers.sorted { $0.key < $1.key }.map { HeaderLine($0.key, $0.value) })
    self.answer = answer
  }
}

/// An answer on one line: `shop/web:80`, `shop/new:80 5% + shop/web:80 95%`, `308 https://…`, `404`
/// or `failed`.
func summary(of answer: TraceAnswer?) -> String {
  switch answer?.outcome {
  case nil: "nobody was asked"
  case .forwarded(let shares)?: summary(of: shares)
  case .answered(let status, let location)?:
    [String(status), location].compactMap { $0 }.joined(separator: " ")
  case .failed?: "failed"
  }
}

private func summary(of shares: [TraceShare]) -> String {
  if shares.count == 1, let only = shares.first { return only.receiver }
  return shares.map { "\($0.receiver) \(percent($0))%" }.sorted()
    .joined(separator: " + ")
}

/// A share in percent, with at most two digits behind the point and none for whole numbers.
private func percent(_ share: TraceShare) -> String {
  let hundredths = Int((share.share * 10_000).rounded())
  return hundredths.isMultiple(of: 100) ? "\(hundredths / 100)" : "\(Double(hundredths) / 100)"
}
