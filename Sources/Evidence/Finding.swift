/// One thing a person should know about one object: which rule, where, and the particulars.
public struct Finding: Hashable, Sendable {
  /// The kind of finding.
  public var rule: Rule
  /// How much it matters here.
  public var severity: Severity
  /// The object it is about; nil when it is about the whole input.
  public var subject: ObjectReference?
  /// Where the cause stands in the input.
  public var place: Place?
  /// The field or annotation that is the cause, for example `spec.rules[0].host`.
  public var field: String
  /// The particulars of this case, one sentence without repeating the rule's texts; may be empty.
  public var message: String
  /// What ingress-nginx does here; the rule's text unless the case needs its own.
  public var before: String
  /// What the new routes do here; the rule's text unless the case needs its own.
  public var after: String
  /// What to do here; the rule's text unless the case needs its own.
  public var remedy: String

  /// Reports a rule about an object; texts left out are the rule's.
  public init(
    _ rule: Rule, of subject: ObjectReference? = nil, at place: Place? = nil, field: String = "",
    severity: Severity? = nil, message: String = "", before: String? = nil, after: String? = nil,
    remedy: String? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.subject = subject
    self.place = place
    self.field = field
    self.message = message
    self.before = before ?? rule.before
    self.after = after ?? rule.after
    self.remedy = remedy ?? rule.remedy
  }
}
