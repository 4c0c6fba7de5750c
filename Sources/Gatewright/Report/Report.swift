public import Evidence

/// What is the same after the migration, what differs, and what to do about it.
public struct Report: Hashable, Sendable {
  /// The numbers.
  public var summary: Summary
  /// Every Ingress of the input, by namespace and name.
  public var ingresses: [IngressReport]
  /// Every finding, equal ones together, worst first.
  public var groups: [FindingGroup]
  /// What a person has to do, in the order of the phases.
  public var steps: [RolloutStep]
  /// Whether every request is answered as before; nil where that was not looked at.
  public var verification: VerificationReport?

  /// What the mesh has to know beside the objects.
  var surroundings = RequiredSurroundings()

  /// Makes a report of its parts.
  public init(
    summary: Summary, ingresses: [IngressReport], groups: [FindingGroup],
    steps: [RolloutStep] = [], verification: VerificationReport? = nil
  ) {
    self.summary = summary
    self.ingresses = ingresses
    self.groups = groups
    self.steps = steps
    self.verification = verification
  }

  /// The worst severity among the findings and the differences; nil when there are none.
  public var worstSeverity: Severity? {
    let isUnexplained = verification.map { !$0.unexplained.isEmpty } ?? false
    return isUnexplained ? .error : groups.first?.severity
  }

  /// Whether some input, or some object of it, could not be read.
  public var hasUnreadableInput: Bool {
    groups.contains { $0.rule.effect == .unreadable && $0.severity == .error }
  }
}
