import Routing
import Tracing

/// Everything about a request that the routes of a class of paths look at.
struct Dimensions {
  private(set) var all: [Dimension] = []
  /// Headers whose values could not be told apart fully.
  private(set) var uncertain: [String] = []

  init(_ looks: Looks, _ cache: inout ValueCache) {
    addMethods(looks)
    for (name, conditions) in looks.headers.sorted(by: { $0.key < $1.key }) {
      let classes = cache.classes(name, conditions)
      if !classes.isComplete { uncertain.append(name) }
      let isInAnswers = looks.answering.contains(name)
      add(.header(name), [nil] + classes.values, isInAnswers)
    }
    for (name, matches) in looks.queries.sorted(by: { $0.key < $1.key }) {
      let classes = ValueClasses(matches.sorted { "\($0)" < "\($1)" })
      if !classes.isComplete { uncertain.append(name) }
      add(.query(name), [nil] + classes.values, looks.showsQuery)
    }
    if looks.showsQuery { add(.anyQuery, [nil, "q=1", "q=/"], true) }
    if !looks.sessions.isEmpty { add(.session, [nil] + looks.sessions.sorted(), true) }
    addAddresses(looks)
    let logins = looks.credentials.logins
    if !logins.isEmpty { add(.login, [nil] + logins.map(\.text), true) }
    if looks.hasSignIn {
      add(.serviceStatus(looks.services.sorted()), [nil, "401", "403"], true)
    }
    if !looks.backendAnswers.isEmpty {
      add(
        .backendAnswer(looks.backendAnswers), [nil] + looks.backendAnswers.indices.map(String.init),
        true)
    }
    if looks.showsCertificate {
      add(.certificate, ClientCertificate.allCases.map(\.rawValue), true)
    }
  }

  private mutating func add(_ kind: Dimension.Kind, _ values: [String?], _ isInAnswers: Bool) {
    all.append(Dimension(kind: kind, values: values, isInAnswers: isInAnswers))
  }

  /// Each method that is named, and one that is not.
  private mutating func addMethods(_ looks: Looks) {
    var named = looks.methods
    if looks.hasCORS { named.insert("OPTIONS") }
    let other = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"].first { !named.contains($0) }
    add(.method, [other ?? "CONNECT"] + named.sorted(), looks.showsMethod)
  }

  /// An address of each stretch that the ranges do not tell apart.
  private mutating func addAddresses(_ looks: Looks) {
    guard !looks.addresses.isEmpty else { return }
    add(.clientAddress, [nil] + addressEdges(of: looks.addresses), true)
  }
}

/// The values of headers, worked out once for all hosts that look at them in the same way.
struct ValueCache {
  private var known: [Set<HeaderLook>: ValueClasses] = [:]

  mutating func classes(_ name: String, _ looks: Set<HeaderLook>) -> ValueClasses {
    if let classes = known[looks] { return classes }
    let classes = ValueClasses(looks.sorted { "\($0)" < "\($1)" })
    known[looks] = classes
    return classes
  }
}
