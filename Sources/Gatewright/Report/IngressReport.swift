public import Evidence

/// What became of one Ingress.
public struct IngressReport: Hashable, Sendable {
  /// The Ingress.
  public var reference: ObjectReference
  /// Where it stands in the input.
  public var place: Place
  /// The verdict over all its findings.
  public var verdict: Verdict
  /// Why ingress-nginx does not serve it; nil where it does.
  public var reason: String?
  /// The findings about it, worst first: positions in `Report.groups`, each once.
  public var groups: [Int]

  /// Describes what became of an Ingress.
  public init(
    reference: ObjectReference, place: Place, verdict: Verdict, reason: String? = nil,
    groups: [Int] = []
  ) {
    self.reference = reference
    self.place = place
    self.verdict = verdict
    self.reason = reason
    self.groups = groups
  }
}
