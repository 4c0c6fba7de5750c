/// The namespace and the name of an object, written `namespace/name`.
public struct QualifiedName: Hashable, Sendable {
  /// The namespace; never empty when read from text.
  public var namespace: String
  /// The name; never empty when read from text.
  public var name: String

  /// Names an object.
  public init(_ namespace: String, _ name: String) {
    self.namespace = namespace
    self.name = name
  }

  /// Reads `namespace/name`; nil unless it is exactly two parts, neither of them empty.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let namespace = parts.first, let name = parts.last,
      !namespace.isEmpty, !name.isEmpty
    else { return nil }
    self.init(String(namespace), String(name))
  }
}

extension QualifiedName: CustomStringConvertible {
  /// The name as it is written on command lines.
  public var description: String { "\(namespace)/\(name)" }
}
