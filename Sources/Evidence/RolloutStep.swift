/// One thing that a person has to do so that the new routes serve what the old ones serve.
public struct RolloutStep: Hashable, Sendable {
  /// When a step is due.
  public enum Phase: String, CaseIterable, Sendable, Hashable {
    /// Before the new objects are applied.
    case prepare
    /// With the new objects.
    case apply
    /// When clients are sent to the new gateway.
    case cutOver = "cut-over"
    /// When nobody needs the old controller any more.
    case cleanUp = "clean-up"
  }

  /// When it is due.
  public var phase: Phase
  /// What to do, one sentence in the imperative.
  public var title: String
  /// Why, one sentence; may be empty.
  public var reason: String
  /// The commands that do it, one a line, as a shell takes them; may be empty.
  public var commands: [String]
  /// The object it is about; nil when it is about all.
  public var subject: ObjectReference?

  /// Describes a step.
  public init(
    _ phase: Phase, title: String, reason: String = "", commands: [String] = [],
    subject: ObjectReference? = nil
  ) {
    self.phase = phase
    self.title = title
    self.reason = reason
    self.commands = commands
    self.subject = subject
  }
}
