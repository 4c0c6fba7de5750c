public import ArgumentParser
public import Evidence

extension ObjectReference: ExpressibleByArgument {
  /// Reads `kind/namespace/name`, or `kind/name` for what belongs to no namespace.
  public init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), !parts.contains("") else { return nil }
    self.init(
      kind: parts[0], namespace: parts.count == 3 ? parts[1] : "", name: parts[parts.count - 1])
  }
}
