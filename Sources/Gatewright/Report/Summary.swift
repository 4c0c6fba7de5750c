public import Evidence

/// The numbers of a report.
public struct Summary: Hashable, Sendable {
  /// How many objects were seen in the input.
  public var objectsRead: Int
  /// How many Ingresses have which verdict; verdicts that no Ingress has are left out.
  public var verdicts: [Verdict: Int]
  /// How many objects of kinds that play no part were skipped, by `apiVersion Kind`.
  public var skipped: [String: Int]
  /// How many objects were written, by kind.
  public var emitted: [String: Int]
  /// How many findings there are of each severity.
  public var findings: [Severity: Int]

  /// Gathers the numbers.
  public init(
    objectsRead: Int = 0, verdicts: [Verdict: Int] = [:], skipped: [String: Int] = [:],
    emitted: [String: Int] = [:], findings: [Severity: Int] = [:]
  ) {
    self.objectsRead = objectsRead
    self.verdicts = verdicts
    self.skipped = skipped
    self.emitted = emitted
    self.findings = findings
  }

  /// The number of Ingresses with a verdict.
  public var ingresses: Int { verdicts.values.reduce(0, +) }
}
