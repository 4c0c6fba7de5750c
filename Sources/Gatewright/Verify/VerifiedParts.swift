import Evidence
import Routing
import Verification

extension VerifiedHost {
  /// A verdict in public words.
  init(_ verdict: HostVerdict, _ differences: [AnswerDifference]) {
    host = verdict.host.description
    self.differences = differences
    settings = verdict.settings.map { setting in
      ChangedSetting(
        name: setting.name, before: setting.before, after: setting.after,
        ingress: setting.origin.object, place: setting.origin.place)
    }
    doubts = verdict.checks.map(\.reason)
    uncovered = verdict.uncovered
    classes = verdict.classes
    witnesses = verdict.witnesses.map { RequestProbe($0) }
    self.verdict = EqualityVerdict(
      differs: !differences.isEmpty, isIncomplete: !verdict.uncovered.isEmpty,
      isChecked: !verdict.checks.isEmpty)
  }
}

extension EqualityVerdict {
  /// The weakest claim that holds; differences that were found stand beside it.
  init(differs: Bool, isIncomplete: Bool, isChecked: Bool) {
    self = isIncomplete ? .incomplete : isChecked ? .checked : differs ? .differs : .equal
  }
}

extension VerifiedIngress {
  /// The Ingresses whose routes take part in the verdicts.
  static func all(_ verdicts: [HostVerdict], _ hosts: [VerifiedHost]) -> [VerifiedIngress] {
    var found: [ObjectReference: VerifiedIngress] = [:]
    for (verdict, host) in zip(verdicts, hosts) {
      for object in verdict.objects {
        let differences = host.differences.count { $0.ingress == object }
        let own = EqualityVerdict(
          differs: differences > 0, isIncomplete: !host.uncovered.isEmpty,
          isChecked: verdict.checks.contains { $0.origin.object == object })
        var ingress =
          found[object]
          ?? VerifiedIngress(reference: object, verdict: .equal, differences: 0, hosts: [])
        ingress.verdict = max(ingress.verdict, own)
        ingress.differences += differences
        ingress.hosts.append(host.host)
        found[object] = ingress
      }
    }
    return found.values.sorted { $0.reference < $1.reference }
  }
}

extension EqualityVerdict: Comparable {
  /// Orders from the strongest claim to the weakest.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .equal: 0
    case .differs: 1
    case .checked: 2
    case .incomplete: 3
    }
  }
}

extension AnswerDifference {
  /// A difference in public words.
  init(_ difference: Counterexample, of host: HostClass, explained: Causes.Explanation) {
    self.init(
      host: host.description, request: RequestProbe(difference.request),
      before: TraceAnswer(difference.before), after: TraceAnswer(difference.after),
      aspects: Aspect.allCases.filter(difference.aspects.contains).map(\.rawValue),
      paths: difference.paths.words, classes: difference.classes,
      ingress: difference.routeBefore?.origin.object, causes: explained.causes,
      isExplained: explained.isComplete)
  }
}

extension PathShare {
  /// The paths in words.
  var words: String {
    switch self {
    case .all: "all paths"
    case .only(let path, _, _): "only \(path)"
    case .routes(let before, let after, let part):
      (before == after ? before : "\(before); the new routes take them with: \(after)")
        + (part.map { " (\($0.words))" } ?? "")
    }
  }
}

extension PathShare.Part {
  fileprivate var words: String {
    switch self {
    case .inOtherCase: "those in other letter case"
    case .endingWithSlash: "those that end with `/`"
    }
  }
}

extension RequestProbe {
  /// A request in public words.
  init(_ request: Request) {
    self.init(
      method: request.method, scheme: request.scheme == .https ? .https : .http,
      host: request.host, target: request.target,
      headers: request.headers.map { HeaderLine($0.name, $0.value) }, port: request.port,
      clientAddress: request.clientAddress, bodyLength: request.bodyLength,
      stickyCookieFrom: request.sessionOf, login: request.login?.description,
      clientCertificate: ClientCertificate(rawValue: request.clientCertificate.rawValue) ?? .absent,
      repeats: request.repeats)
    backendAnswer = request.world.backend.map { ServerAnswer($0) }
    authenticationAnswers = request.world.authentication.mapValues { ServerAnswer($0) }
  }
}
