/// A version of the ingress-nginx controller; defaults changed from one to the next.
package struct ControllerVersion: Hashable, Sendable {
  package var major: Int
  package var minor: Int
  package var patch: Int

  package init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
    (self.major, self.minor, self.patch) = (major, minor, patch)
  }

  /// Reads `1.11`, `1.11.3` or `v1.11.3`, and what images add to it, such as `-debian-12-r3`.
  package init?(_ text: String) {
    let bare = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let parts = bare.prefix { $0 != "-" && $0 != "+" }
      .split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap(Self.number)
    guard (2...3).contains(parts.count), numbers.count == parts.count else { return nil }
    self.init(numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 0)
  }

  private static func number(_ text: Substring) -> Int? {
    let isDecimal = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isDecimal ? Int(text) : nil
  }
}

extension ControllerVersion {
  /// The last release, which is the one that is read unless something says otherwise.
  package static let current = ControllerVersion(1, 15, 1)
  /// The first release in which snippets need `allow-snippet-annotations: "true"`.
  static let withoutSnippets = ControllerVersion(1, 9)
  /// The first release that validates annotations and refuses the risk Critical by default.
  static let withValidation = ControllerVersion(1, 12)

  /// The version in the tag of an image such as `registry.k8s.io/ingress-nginx/controller:v1.11.3`.
  init?(image: String) {
    let name = image.prefix { $0 != "@" }.split(separator: "/").last ?? ""
    guard let colon = name.firstIndex(of: ":") else { return nil }
    let tag = name[name.index(after: colon)...]
    self.init(String(tag.hasPrefix("nginx-") ? tag.dropFirst(6) : tag))
  }
}

extension ControllerVersion: Comparable, CustomStringConvertible {
  package static func < (left: ControllerVersion, right: ControllerVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }

  package var description: String { "\(major).\(minor).\(patch)" }
}
