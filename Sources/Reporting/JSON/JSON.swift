/// A JSON value whose objects keep their order.
public enum JSON: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// Any other number.
  case number(Double)
  /// A string.
  case string(String)
  /// An array.
  case array([JSON])
  /// An object; keys are written in this order.
  case object([Member])

  /// One key of an object and its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSON

    /// Makes a member.
    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a key, when this is an object that has it.
  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }
}

extension JSON {
  /// A string, or null.
  init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  /// Counts by name, sorted by name.
  init(_ counts: [String: Int]) {
    self = .object(
      counts.sorted { $0.key < $1.key }.map { Member($0.key, .integer($0.value)) })
  }
}
