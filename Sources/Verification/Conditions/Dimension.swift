import Routing

/// One thing about a request that some rule looks at, with a value for each case that any rule tells
/// apart.
struct Dimension {
  /// Where a value goes.
  enum Kind: Hashable {
    case method
    case header(String)
    case query(String)
    /// A query that no rule names.
    case anyQuery
    case session
    case clientAddress
    case certificate
    case login
    /// What the backend answers; the values are places in the list.
    case backendAnswer([WorldAnswer])
    /// The status that all of these authentication services answer.
    case serviceStatus([String])
  }

  var kind: Kind
  /// The values; nil leaves the thing out of the request.
  var values: [String?]
  /// Whether the value can change an answer even where no condition of a route looks at it.
  var isInAnswers: Bool
}

extension Request {
  /// Sets what the dimension is about.
  mutating func set(_ kind: Dimension.Kind, _ value: String?) {
    guard let value else { return }
    switch kind {
    case .method: method = value
    case .header(let name): headers.append(Header(name, value))
    case .query(let name): addQuery("\(name)=\(value)")
    case .anyQuery: addQuery(value)
    case .session: sessionOf = value
    case .clientAddress: clientAddress = value
    case .login: login = Login(value)
    case .certificate: clientCertificate = ClientCertificate(rawValue: value) ?? .absent
    case .serviceStatus(let services):
      guard let status = Int(value) else { return }
      for service in services { world.authentication[service] = WorldAnswer(status: status) }
    case .backendAnswer(let answers):
      if let place = Int(value), answers.indices.contains(place) { world.backend = answers[place] }
    }
  }

  var hasQuery: Bool { target.utf8.contains(UInt8(ascii: "?")) }

  private mutating func addQuery(_ text: String) {
    target += (hasQuery ? "&" : "?") + text
  }
}
