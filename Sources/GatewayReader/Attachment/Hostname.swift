import Routing

/// A host name as Gateway API writes it: one name, `*.domain` for one or more labels before a
/// domain, or nothing for every name.
struct Hostname: Hashable {
  private enum Form: Hashable {
    case every
    case below(domain: String)
    case one(String)
  }

  private let form: Form

  init(_ text: String?) {
    let text = (text ?? "").lowercased()
    if text.isEmpty || text == "*" {
      form = .every
    } else if text.hasPrefix("*.") {
      form = .below(domain: String(text.dropFirst(2)))
    } else {
      form = .one(text)
    }
  }

  /// Whether every name of the other is a name of this one.
  func covers(_ other: Hostname) -> Bool {
    switch (form, other.form) {
    case (.every, _): true
    case (.below(let domain), .below(let narrower)):
      domain == narrower || narrower.hasSuffix(".\(domain)")
    case (.below(let domain), .one(let name)): name.hasSuffix(".\(domain)")
    case (.one(let name), .one(let other)): name == other
    case (.below, .every), (.one, .every), (.one, .below): false
    }
  }

  /// The names of both: the narrower of the two, or nil where they have none in common.
  func intersection(_ other: Hostname) -> Hostname? {
    if covers(other) { return other }
    return other.covers(self) ? self : nil
  }

  /// The same in the words of the model.
  var pattern: HostPattern {
    switch form {
    case .every: .any
    case .below(let domain): .labels(domain: domain)
    case .one(let name): .exact(name)
    }
  }
}

extension Hostname: CustomStringConvertible {
  var description: String {
    switch form {
    case .every: "*"
    case .below(let domain): "*.\(domain)"
    case .one(let name): name
    }
  }
}
