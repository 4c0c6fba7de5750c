import Patterns
import Routing

/// What is known of whether a test holds.
enum TestVerdict: Hashable {
  case holds
  case fails
  /// It hangs on these, which only the live system knows.
  case unknown([String])

  static func not(_ verdict: TestVerdict) -> TestVerdict {
    switch verdict {
    case .holds: .fails
    case .fails: .holds
    case .unknown: verdict
    }
  }

  /// Holds where all do; one that fails decides.
  static func all(_ verdicts: [TestVerdict]) -> TestVerdict {
    if verdicts.contains(.fails) { return .fails }
    let texts = verdicts.flatMap(\.texts)
    return texts.isEmpty ? .holds : .unknown(texts)
  }

  /// Holds where one does.
  static func any(_ verdicts: [TestVerdict]) -> TestVerdict {
    .not(.all(verdicts.map { .not($0) }))
  }

  fileprivate var texts: [String] {
    switch self {
    case .holds, .fails: []
    case .unknown(let texts): texts
    }
  }
}

extension TestVerdict {
  init(_ holds: Bool) { self = holds ? .holds : .fails }
}

extension ReceivedRequest {
  /// Whether a test holds for this request.
  func verdict(_ test: RequestTest, behind trustedProxies: Int) -> TestVerdict {
    let verdict = { self.verdict($0, behind: trustedProxies) }
    switch test {
    case .all(let tests): return .all(tests.map(verdict))
    case .any(let tests): return .any(tests.map(verdict))
    case .not(let test): return .not(verdict(test))
    case .peerAddress(let range): return TestVerdict(range, holds: request.clientAddress)
    case .clientAddress(let range):
      return TestVerdict(range, holds: believedAddress(behind: trustedProxies))
    case .host(let match): return TestVerdict(match.fits(authority, expressions))
    case .path(let match):
      return TestVerdict(match.fits(String(decoding: target.path, as: UTF8.self), expressions))
    case .method(let match): return TestVerdict(match.fits(request.method, expressions))
    case .header(let name, let match):
      return TestVerdict(headerValue(name).map { match.fits($0, expressions) } ?? false)
    case .serverName(let match):
      let name = request.scheme == .https ? Self.serverName(of: request) : ""
      return TestVerdict(match.fits(name, expressions))
    case .port(let port): return TestVerdict(port == Self.port(of: request))
    case .certificate(let text):
      let isShown = request.scheme == .https && request.clientCertificate != .absent
      return isShown ? .unknown(["the client certificate's \(text)"]) : .fails
    case .live(let text): return .unknown([text])
    }
  }

  /// The client's address: the entry of X-Forwarded-For that the outermost trusted proxy wrote, or
  /// the peer's where there are fewer (`ConnectionManagerUtility::mutateRequestHeaders`).
  private func believedAddress(behind trustedProxies: Int) -> String {
    let entries = (headers.value(of: "x-forwarded-for") ?? "")
      .split(separator: ",", omittingEmptySubsequences: false)
    guard trustedProxies > 0, entries.count >= trustedProxies else { return request.clientAddress }
    let entry = String(entries[entries.count - trustedProxies].filter { $0 != " " })
    return AddressBytes(entry) == nil ? request.clientAddress : entry
  }
}

extension TestVerdict {
  fileprivate init(_ range: String, holds address: String) {
    self.init(AddressRange(range)?.contains(AddressBytes(address)) ?? false)
  }
}

extension TextMatch {
  /// Whether a text is what is asked for.
  func fits(_ text: String, _ expressions: Expressions) -> Bool {
    switch self {
    case .present: !text.isEmpty
    case .exact(let other, let ignoring): text.folded(ignoring) == other.folded(ignoring)
    case .beginning(let part, let ignoring):
      text.folded(ignoring).utf8.starts(with: part.folded(ignoring).utf8)
    case .ending(let part, let ignoring):
      text.folded(ignoring).utf8.reversed().starts(with: part.folded(ignoring).utf8.reversed())
    case .whole(let expression):
      expressions.found(expression, in: Array(text.utf8), [.re2, .whole])
    }
  }
}

extension String {
  fileprivate func folded(_ isFolded: Bool) -> String { isFolded ? ASCII.lower(self) : self }
}
