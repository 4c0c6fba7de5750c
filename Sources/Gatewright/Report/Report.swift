public import Evidence

/// What is the same after the migration, what differs, and what to do about it.
public struct Report: Hashable, Sendable {
  /// The numbers.
  public var summary: Summary
  /// Every Ingress of the input, by namespace and name.
  public var ingresses: [IngressReport]
  /// Every finding, equal ones together, worst first.
  public var groups: [FindingGroup]

  /// Makes a report of its parts.
  public init(summary: Summary, ingresses: [IngressReport], groups: [FindingGroup]) {
    self.summary = summary
    self.ingresses = ingresses
    self.groups = groups
  }

  /// The worst severity among the findings; nil when there are none.
  public var worstSeverity: Severity? { groups.first?.severity }

  /// Whether some input, or some object of it, could not be read.
  public var hasUnreadableInput: Bool {
    groups.contains { $0.rule.effect == .unreadable && $0.severity == .error }
  }
}
