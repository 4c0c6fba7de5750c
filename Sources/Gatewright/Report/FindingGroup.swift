public import Evidence

/// Findings that say the same, told once, with everything they are about.
public struct FindingGroup: Hashable, Sendable {
  /// One thing that a group's findings are about.
  public struct Occurrence: Hashable, Sendable {
    /// The object; nil when it is about the whole input.
    public var subject: ObjectReference?
    /// Where the cause stands in the input.
    public var place: Place?
    /// The field or annotation that is the cause; may be empty.
    public var field: String
    /// The particulars of this case; may be empty.
    public var message: String

    /// Describes one case.
    public init(
      subject: ObjectReference? = nil, place: Place? = nil, field: String = "", message: String = ""
    ) {
      self.subject = subject
      self.place = place
      self.field = field
      self.message = message
    }
  }

  /// The rule all of them share.
  public var rule: Rule
  /// How much they matter.
  public var severity: Severity
  /// What ingress-nginx does; may be empty.
  public var before: String
  /// What the new routes do; may be empty.
  public var after: String
  /// What to do; may be empty.
  public var remedy: String
  /// What they are about, by object, then place.
  public var occurrences: [Occurrence]

  /// Gathers occurrences of a rule; texts left out are the rule's.
  public init(
    _ rule: Rule, severity: Severity? = nil, before: String? = nil, after: String? = nil,
    remedy: String? = nil, occurrences: [Occurrence]
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.before = before ?? rule.before
    self.after = after ?? rule.after
    self.remedy = remedy ?? rule.remedy
    self.occurrences = occurrences
  }
}

extension FindingGroup.Occurrence: Comparable {
  /// Orders by subject (the whole input first), then place, then field and message.
  public static func < (left: Self, right: Self) -> Bool {
    if left.subject != right.subject { return precedes(left.subject, right.subject) }
    if left.place != right.place { return precedes(left.place, right.place) }
    return (left.field, left.message) < (right.field, right.message)
  }

  private static func precedes<Value: Comparable>(_ left: Value?, _ right: Value?) -> Bool {
    guard let right else { return false }
    guard let left else { return true }
    return left < right
  }
}
