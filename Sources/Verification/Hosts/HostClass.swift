/// Host names that both sites treat alike.
package struct HostClass: Hashable, Sendable {
  /// Which names.
  package enum Kind: Hashable, Sendable {
    /// This name alone.
    case exact
    /// One label before the domain.
    case oneLabel(domain: String)
    /// Two or more labels before the domain.
    case severalLabels(domain: String)
    /// Names that begin so (nginx's `www.example.*`).
    case beginning(String)
    /// A sample of the names that an expression fits; others of them may be treated otherwise.
    case expression(String)
    /// Every other name.
    case unknown
  }

  package var kind: Kind
  /// A name of the class; empty where none could be found.
  package var name: String

  package init(_ kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }
}

extension HostClass: CustomStringConvertible {
  /// The class in words.
  package var description: String {
    switch kind {
    case .exact: name
    case .oneLabel(let domain): "*.\(domain)"
    case .severalLabels(let domain): "*.\(domain) with several labels for the star"
    case .beginning(let text): "\(text)*"
    case .expression(let text): "~\(text)"
    case .unknown: "every other host name"
    }
  }
}
