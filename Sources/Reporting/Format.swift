/// How something is told.
public enum Format: Hashable, Sendable {
  /// For terminals and text files.
  case text(TextStyle)
  /// For pull requests and wikis.
  case markdown
  /// For programs.
  case json
}

/// How text is laid out.
public struct TextStyle: Hashable, Sendable {
  /// Columns that a line may take, at least 40.
  public var width: Int
  /// Whether words are coloured with ANSI escape sequences.
  public var usesColour: Bool

  /// Chooses a layout.
  public init(width: Int = 100, usesColour: Bool = false) {
    self.width = max(40, width)
    self.usesColour = usesColour
  }
}
