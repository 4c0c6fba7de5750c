/// One text to read: its name, as findings show it, and its bytes.
public struct Input: Hashable, Sendable {
  /// What is known of a text.
  public enum Content: Hashable, Sendable {
    /// The bytes of the text.
    case bytes([UInt8])
    /// It could not be had; the text says why, for example `No such file or directory`.
    case unreadable(String)
  }

  /// The file as the user named it; `-` for standard input.
  public var name: String
  /// The bytes, or why there are none.
  public var content: Content

  /// Makes an input of bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.content = .bytes(bytes)
  }

  /// Makes an input of a string.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// Makes an input that could not be read, so that the report can say so.
  public init(name: String, unreadable reason: String) {
    self.name = name
    self.content = .unreadable(reason)
  }
}
