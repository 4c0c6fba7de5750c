import Routing

/// Who may use a listener, arranged by host names, so that a request is asked only what may concern
/// its host.
struct AuthorizationTable: Sendable {
  let whole: Authorization
  private let checks: [RuleTable]
  private let denied: RuleTable
  private let allowed: RuleTable?

  init(_ authorization: Authorization) {
    whole = authorization
    checks = authorization.checks.map { RuleTable($0.rules) }
    denied = RuleTable(authorization.denied)
    allowed = authorization.allowed.map { RuleTable($0) }
  }

  /// The rules that may hold for an authority: a host name, with or without a port.
  func concerning(_ authority: String) -> Authorization {
    guard !whole.isOpen else { return whole }
    let name = hostKey(authority)
    return Authorization(
      checks: zip(whole.checks, checks).map { check, rules in
        var check = check
        check.rules = rules.concerning(name)
        return check
      }, denied: denied.concerning(name), allowed: allowed?.concerning(name))
  }
}

/// Rules by the only host names for which they can hold.
private struct RuleTable: Sendable {
  private let rules: [AuthorizationRule]
  /// The places of rules that may hold for any name.
  private var general: [Int] = []
  private var byName: [String: [Int]] = [:]

  init(_ rules: [AuthorizationRule]) {
    self.rules = rules
    for (place, rule) in rules.enumerated() {
      guard let names = rule.test.hostKeys else {
        general.append(place)
        continue
      }
      for name in names { byName[name, default: []].append(place) }
    }
  }

  /// The rules that may hold for a name, in their order.
  func concerning(_ name: String) -> [AuthorizationRule] {
    (general + (byName[name] ?? [])).sorted().map { rules[$0] }
  }
}

/// What a host is looked up by: lower case, without a port.
private func hostKey(_ authority: some StringProtocol) -> String {
  authority.prefix { $0 != ":" }.lowercased()
}

extension RequestTest {
  /// The keys of the only hosts for which the test can hold; nil where there may be others.
  fileprivate var hostKeys: Set<String>? {
    switch self {
    case .all(let tests):
      tests.lazy.compactMap(\.hostKeys).min { $0.count < $1.count }
    case .any(let tests):
      tests.reduce(into: Set<String>?.some([])) { keys, test in
        keys = keys.flatMap { known in test.hostKeys.map { known.union($0) } }
      }
    case .host(.exact(let name, _)): [hostKey(name)]
    case .host(.beginning(let text, _)) where text.contains(":"): [hostKey(text)]
    case .host, .not, .peerAddress, .clientAddress, .path, .method, .header, .serverName, .port,
      .certificate, .live:
      nil
    }
  }
}
