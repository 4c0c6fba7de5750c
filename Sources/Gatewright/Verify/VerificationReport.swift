public import Evidence

/// Whether new routes answer every request as ingress-nginx does, host by host.
public struct VerificationReport: Hashable, Sendable {
  /// The verdict on each class of host names, exact names first.
  public var hosts: [VerifiedHost]
  /// The verdict on each Ingress that takes part, by namespace and name.
  public var ingresses: [VerifiedIngress]
  /// What every site differs in, whatever its routes are; said once for all.
  public var environment: [EnvironmentDifference]
  /// What was found while reading the new routes, equal findings together.
  public var findings: [FindingGroup]

  /// Puts the parts together.
  public init(
    hosts: [VerifiedHost], ingresses: [VerifiedIngress], environment: [EnvironmentDifference],
    findings: [FindingGroup]
  ) {
    self.hosts = hosts
    self.ingresses = ingresses
    self.environment = environment
    self.findings = findings
  }

  /// All differences, host by host.
  public var differences: [AnswerDifference] { hosts.flatMap(\.differences) }

  /// The differences that no finding explains: faults of the new routes.
  public var unexplained: [AnswerDifference] { differences.filter { !$0.isExplained } }

  /// The differences that `--style` makes.
  public var byStyle: [AnswerDifference] { differences.filter(\.isByStyle) }

  /// The worst severity among the differences; nil when there are none.
  public var worstSeverity: Severity? { differences.map(\.severity).max() }
}

/// What is claimed of some requests, the strongest first; differences that were found are listed
/// beside it.
public enum EqualityVerdict: String, Hashable, Sendable, CaseIterable {
  /// Every request is answered as before.
  case equal
  /// Every request is answered as before but for the listed classes.
  case differs
  /// As far as samples show; what could not be proved is named.
  case checked
  /// A part was not compared; which one is named.
  case incomplete

  /// The verdict in words.
  public var title: String {
    switch self {
    case .equal: "proved equal"
    case .checked: "checked on samples, not proved"
    case .differs: "proved equal but for the listed requests"
    case .incomplete: "not compared in full"
    }
  }
}

/// One class of host names, compared.
public struct VerifiedHost: Hashable, Sendable {
  /// The name, or the class of names in words.
  public var host: String
  /// The verdict.
  public var verdict: EqualityVerdict
  /// The requests that are answered differently, one for each kind of difference.
  public var differences: [AnswerDifference]
  /// What is set differently and shows in no single answer.
  public var settings: [ChangedSetting]
  /// Why something was checked on samples and not proved.
  public var doubts: [String]
  /// What was not compared since a budget was used up.
  public var uncovered: [String]
  /// How many classes of requests were compared.
  public var classes: Int
  /// A request for each class, where that was asked for.
  public var witnesses: [RequestProbe]
}

/// One Ingress, compared.
public struct VerifiedIngress: Hashable, Sendable {
  /// The Ingress.
  public var reference: ObjectReference
  /// The worst verdict of its hosts, with the differences of its own routes only.
  public var verdict: EqualityVerdict
  /// How many kinds of difference its routes have.
  public var differences: Int
  /// The hosts that its routes serve.
  public var hosts: [String]
}

/// Something that no single answer shows and that is set differently.
public struct ChangedSetting: Hashable, Sendable {
  /// What is set, for example `read timeout`.
  public var name: String
  /// What ingress-nginx has, in words; nil where nothing is set.
  public var before: String?
  /// What the new routes have; nil where nothing is set.
  public var after: String?
  /// The Ingress whose route is concerned.
  public var ingress: ObjectReference?
  /// Where it stands in the input.
  public var place: Place?
}
