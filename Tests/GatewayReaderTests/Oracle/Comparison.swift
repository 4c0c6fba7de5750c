import Routing

/// What a recorded answer and an answer of the model disagree about.
struct Comparison {
  private(set) var differences: [String] = []
  private let expected: JSON
  private let request: JSON

  init(_ answer: Answer, expected: JSON, to request: JSON) {
    self.expected = expected
    self.request = request
    if let error = expected["error"]?.text {
      compare("outcome", "\(Answer.Outcome.failed(error))", "\(answer.outcome)")
      return
    }
    if expected["distribution"] != nil {
      compareShares(answer)
      return
    }
    compareOutcome(answer)
    compareResponseHeaders(answer)
    compareUpstreamHeaders(answer)
    if let certificate = expected["certificate"]?.text, certificate != "backend" {
      compare("certificate", certificate, answer.certificate ?? "nil")
    }
  }

  private mutating func compare(_ what: String, _ expected: String, _ actual: String) {
    if expected != actual { differences.append("\(what): expected \(expected), got \(actual)") }
  }

  private mutating func compareOutcome(_ answer: Answer) {
    guard let backend = expected["backend"]?.text else {
      let outcome = Answer.Outcome.answered(
        status: expected["status"]?.integer ?? 0, location: expected["location"]?.text)
      compare("outcome", "\(outcome)", "\(answer.outcome)")
      return
    }
    compare("backend", "\([backend: 1.0])", "\(answer.shares)")
    compare("path", expected["upstreamPath"]?.text ?? "nil", answer.upstreamPath ?? "nil")
    compare("host", expected["upstreamHost"]?.text ?? "nil", answer.upstreamHost ?? "nil")
    guard let scheme = answer.upstreamScheme else { return }
    let isHTTP2 = expected["upstreamProtocol"]?.text == "HTTP/2"
    let isSecure = expected["upstreamTls"] != nil
    let word = isHTTP2 ? (isSecure ? "grpcs" : "grpc") : (isSecure ? "https" : "http")
    compare("scheme", word, scheme)
  }

  private mutating func compareShares(_ answer: Answer) {
    let actual = answer.shares
    guard let shares = expected["expectedShare"]?.members.compactMapValues(\.number) else {
      let backends = (expected["distribution"]?.members ?? [:]).keys.map {
        $0.split(separator: "@").first.map(String.init) ?? $0
      }
      compare("backends", "\(Set(backends).sorted())", "\(actual.keys.sorted())")
      return
    }
    let receivers = Set(shares.keys).union(actual.keys)
    for receiver in receivers.sorted()
    where abs((shares[receiver] ?? 0) - (actual[receiver] ?? 0)) > 1e-9 {
      compare("share of \(receiver)", "\(shares[receiver] ?? 0)", "\(actual[receiver] ?? 0)")
    }
  }

  /// Headers that the echo server itself sends are none of the proxy's.
  private mutating func compareResponseHeaders(_ answer: Answer) {
    var actual: [String: [String]] = [:]
    for header in answer.responseHeaders where header.name.lowercased() != "location" {
      actual[header.name.lowercased(), default: []].append(header.value)
    }
    for (name, value) in expected["responseHeaders"]?.members ?? [:] {
      if name == "x-resp", actual[name] == nil { continue }
      let values = value.text.map { [$0] } ?? value.items.compactMap(\.text)
      compare("response header \(name)", "\(values)", "\(actual.removeValue(forKey: name) ?? [])")
    }
    for (name, values) in actual { compare("response header \(name)", "[]", "\(values)") }
  }

  /// The recording lists what the backend saw differently from what was sent.
  private mutating func compareUpstreamHeaders(_ answer: Answer) {
    guard expected["backend"] != nil else { return }
    var actual = Dictionary(
      answer.upstreamHeaders.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { $1 })
    for name in answer.removedUpstreamHeaders where sends(name) {
      actual[name.lowercased()] = "removed"
    }
    for (name, value) in expected["upstreamHeaders"]?.members ?? [:]
    where !isOfTheProxy(name) && !isOnlyTrimmed(name, value) {
      compare(
        "request header \(name)", value.text ?? "removed",
        actual.removeValue(forKey: name) ?? "nothing")
    }
    for (name, value) in actual { compare("request header \(name)", "nothing", value) }
  }

  /// Headers that Envoy sets or removes on every request, whatever the objects say.
  private func isOfTheProxy(_ name: String) -> Bool {
    name == "x-forwarded-proto" || name.hasPrefix("x-envoy-")
  }

  /// Blanks around a value belong to the line and not to the value (RFC 9112 section 5.1).
  private func isOnlyTrimmed(_ name: String, _ value: JSON) -> Bool {
    request["headers"]?.items.contains { header in
      header.items.first?.text == name
        && header.items.last?.text?.split(separator: " ").joined(separator: " ") == value.text
    } ?? false
  }

  private func sends(_ name: String) -> Bool {
    request["headers"]?.items.contains {
      $0.items.first?.text?.lowercased() == name.lowercased()
    } ?? false
  }
}

extension Answer {
  /// The parts of the requests by receiver.
  fileprivate var shares: [String: Double] {
    switch outcome {
    case .forwarded(let fractions):
      var shares: [String: Double] = [:]
      for fraction in fractions {
        let name =
          switch fraction.receiver {
          case .backend(let backend): "\(backend)"
          case .status(let status): "status:\(status)"
          }
        shares[name, default: 0] += Double(fraction.numerator) / Double(fraction.denominator)
      }
      return shares
    case .answered(let status, _): return ["status:\(status)": 1]
    case .failed(let error): return [error: 1]
    }
  }
}
