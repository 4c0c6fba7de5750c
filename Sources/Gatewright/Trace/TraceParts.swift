public import Evidence

/// The exact part of the requests that one receiver takes.
public struct TraceShare: Hashable, Sendable {
  /// `namespace/service:port`, or `status:500` where the proxy answers this part itself.
  public var receiver: String
  /// The part's numerator.
  public var numerator: Int
  /// The part's denominator, at least 1.
  public var denominator: Int

  /// Makes a part; a denominator below 1 counts as 1.
  public init(receiver: String, numerator: Int, denominator: Int) {
    self.receiver = receiver
    self.numerator = numerator
    self.denominator = max(1, denominator)
  }

  /// The part as a number from 0 to 1.
  public var share: Double { Double(numerator) / Double(denominator) }
}

/// One step on the way to an answer.
public struct TraceStep: Hashable, Sendable {
  /// What was decided, for example `location /api/ (Prefix /api)`.
  public var text: String
  /// The object that decided it.
  public var subject: ObjectReference?
  /// Where in the input that stands.
  public var place: Place?

  /// Describes a step.
  public init(_ text: String, subject: ObjectReference? = nil, place: Place? = nil) {
    self.text = text
    self.subject = subject
    self.place = place
  }
}
