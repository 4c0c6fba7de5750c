extension EnvoyFilter {
  /// A script that changes addresses in what backends answer.
  package struct AnswerScript: LuaScript {
    /// A text that is looked for, and what replaces it.
    package struct Pair: Hashable, Sendable {
      package var from: String
      package var to: String

      package init(from: String, to: String) {
        self.from = from
        self.to = to
      }
    }

    /// The name of its filter, which stands before the router.
    package static let filter = "gatewright.answers"

    /// The beginning of Location, and of the address in Refresh.
    package var location: Pair?
    /// Whether a path that comes of a Location becomes an address of the host asked for.
    package var completesPaths: Bool
    /// The Domain of cookies.
    package var cookieDomain: Pair?
    /// The beginning of the Path of cookies.
    package var cookiePath: Pair?

    package init(
      location: Pair? = nil, completesPaths: Bool = false, cookieDomain: Pair? = nil,
      cookiePath: Pair? = nil
    ) {
      self.location = location
      self.completesPaths = completesPaths
      self.cookieDomain = cookieDomain
      self.cookiePath = cookiePath
    }
  }
}

extension EnvoyFilter.AnswerScript {
  init?(constants: LuaConstants) {
    let location = Pair(constants["location"])
    let (domain, path) = (Pair(constants["domain"]), Pair(constants["path"]))
    guard location != nil || domain != nil || path != nil else { return nil }
    self.init(
      location: location, completesPaths: constants["location"]?["paths"] == "completed",
      cookieDomain: domain, cookiePath: path)
  }
}

extension EnvoyFilter.AnswerScript.Pair {
  fileprivate init?(_ table: [String: String]?) {
    guard let from = table?["from"], let to = table?["to"] else { return nil }
    self.init(from: from, to: to)
  }

  func line(_ name: String) -> String {
    LuaConstants.line(name, ["from": from, "to": to])
  }
}
