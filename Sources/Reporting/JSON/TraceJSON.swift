import Gatewright

extension JSON {
  /// A request and both answers, as one line of JSON Lines.
  init(_ traced: Traced, request: JSON?) {
    self = .object(
      [
        Member("request", request ?? JSON(traced.request)),
        Member("ingress", traced.ingress.map { JSON($0) } ?? .null),
        Member("gateway", traced.gateway.map { JSON($0) } ?? .null),
        Member("agree", traced.agree.map { .bool($0) } ?? .null),
      ] + Self.disagreement(traced))
  }

  /// In what the answers differ and why; nothing where they agree.
  private static func disagreement(_ traced: Traced) -> [Member] {
    guard !traced.aspects.isEmpty else { return [] }
    return [
      Member("differsIn", .array(traced.aspects.map { .string($0) })),
      Member("causes", .array(traced.causes.map { .string($0.code) })),
    ]
  }

  /// An answer; null in `status` where a backend answers, unless it is known what.
  init(_ answer: TraceAnswer) {
    var members = Self.outcome(answer.outcome, answer.backendStatus)
    members += [
      Member("upstreamPath", JSON(answer.upstreamPath)),
      Member("upstreamHost", JSON(answer.upstreamHost)),
      Member("upstreamScheme", JSON(answer.upstreamScheme)),
      Member("location", Self.location(answer)),
      Member("responseHeaders", Self.headers(answer.responseHeaders)),
      Member("upstreamHeaders", Self.headers(answer.allUpstreamHeaders)),
      Member("conditions", .array(answer.conditions.map { .string($0) })),
    ]
    if !answer.mirrored.isEmpty {
      members.append(Member("mirrored", .array(answer.mirrored.map { JSON($0) })))
    }
    if let certificate = answer.certificate {
      members.append(Member("certificate", .string(certificate)))
    }
    self = .object(members)
  }

  private init(_ copy: MirroredRequest) {
    self = .object([
      Member("method", .string(copy.method)), Member("host", .string(copy.host)),
      Member("target", .string(copy.target)), Member("percent", .number(copy.percent)),
    ])
  }

  private static func outcome(_ outcome: TraceAnswer.Outcome, _ status: Int?) -> [Member] {
    switch outcome {
    case .forwarded(let shares):
      [
        Member("status", status.map { .integer($0) } ?? .null),
        Member("backend", backend(shares)),
        Member("distribution", distribution(shares)),
      ]
    case .answered(let status, _):
      [Member("status", .integer(status)), Member("backend", .null)]
    case .failed(let reason):
      [
        Member("status", .null), Member("backend", .null), Member("error", .string(reason)),
      ]
    }
  }

  /// The only receiver, when there is one.
  private static func backend(_ shares: [TraceShare]) -> JSON {
    let receivers = Set(shares.map(\.receiver))
    return receivers.count == 1 ? JSON(receivers.first) : .null
  }

  private static func distribution(_ shares: [TraceShare]) -> JSON {
    let sums = shares.reduce(into: [String: Double]()) { $0[$1.receiver, default: 0] += $1.share }
    return .object(
      sums.sorted { $0.key < $1.key }.map { Member($0.key, .number(min(1, $0.value))) })
  }

  private static func location(_ answer: TraceAnswer) -> JSON {
    guard case .answered(_, let location) = answer.outcome else {
      return JSON(answer.backendLocation)
    }
    return JSON(location)
  }
}

extension TraceAnswer {
  /// All headers that the proxy sets for the backend; those of the route win over the common ones.
  fileprivate var allUpstreamHeaders: [HeaderLine] {
    let own = Set(upstreamHeaders.map { $0.name.lowercased() })
    return upstreamHeaders + clientHeaders.filter { !own.contains($0.name) }
  }
}
