import Routing

extension Pair {
  private static func when(_ conditions: Condition..., to service: String = "next") -> Route {
    Sites.route(.prefix("/"), to: service, when: conditions)
  }

  private static let rest = Sites.route(.prefix("/"))

  private static func header(_ value: ValueMatch, _ name: String = "X-A") -> Condition {
    .header(name: name, value)
  }

  /// Conditions that are written differently.
  static let ofConditions: [Pair] = [
    choice(
      "headers in another order",
      [when(header(.exact("1")), header(.exact("2"), "X-B"))],
      [when(header(.exact("2"), "X-B"), header(.exact("1")))], .equal),
    choice(
      "a name in another case", [when(header(.exact("1")))], [when(header(.exact("1"), "x-a"))],
      .equal),
    choice(
      "a value and its expression", [when(header(.exact("a.b")))], [when(header(.whole("a\\.b")))],
      .equal),
    choice(
      "two values in one", [when(header(.exact("a"))), when(header(.exact("b")))],
      [when(header(.whole("[ab]")))], .equal),
    choice("any value", [when(header(.present))], [when(header(.whole(".*")))], .equal),
    choice("a value found", [when(header(.found("a")))], [when(header(.whole(".*a.*")))], .equal),
    choice(
      "a header rule that changes nothing", [when(header(.exact("1")), to: "web")], [], .equal),
    choice(
      "methods in another order", [when(.method("PUT")), when(.method("POST"), to: "x")],
      [when(.method("POST"), to: "x"), when(.method("PUT"))], .equal),
    choice(
      "a query parameter", [when(.query(name: "q", .exact("a")))],
      [when(.query(name: "q", .whole("a{1}")))], .equal),
    choice(
      "a condition twice", [when(header(.exact("1")))],
      [when(header(.exact("1")), header(.exact("1")))], .equal),
    choice(
      "conditions that exclude each other",
      [when(header(.exact("1")), header(.exact("2")))], [], .equal),

    choice(
      "an empty value", [when(header(.present))], [when(header(.whole(".+")))], .differs("/")),
    choice(
      "another value", [when(header(.exact("1")))], [when(header(.exact("2")))], .differs("/")),
    choice(
      "a value in another case", [when(header(.exact("on")))], [when(header(.exact("On")))],
      .differs("/")),
    choice(
      "another name", [when(header(.exact("1")))], [when(header(.exact("1"), "X-B"))], .differs("/")
    ),
    choice(
      "one condition less", [when(header(.exact("1")), .method("PUT"))],
      [when(header(.exact("1")))], .differs("/")),
    choice("another method", [when(.method("PUT"))], [when(.method("POST"))], .differs("/")),
    choice(
      "a longer expression", [when(header(.whole("v\\d+")))], [when(header(.whole("v\\d{1,3}")))],
      .differs("/")),
    choice(
      "conditions that meet in another order",
      [when(header(.exact("1"))), when(.method("PUT"), to: "x")],
      [when(.method("PUT"), to: "x"), when(header(.exact("1")))], .differs("/")),
    choice("a query parameter less", [when(.query(name: "q", .exact("a")))], [], .differs("/?q=a")),
  ].flatMap { [$0, $0.reversed] }

  private static func choice(
    _ name: String, _ before: [Route], _ after: [Route], _ expectation: Expectation
  ) -> Pair {
    Pair(name, before + [rest], after + [rest], expectation)
  }

  /// Shares of the same requests.
  static let ofWeights: [Pair] = [
    weights("in hundredths", [("web", 50), ("next", 50)], [("web", 1), ("next", 1)], .equal),
    weights("reduced", [("web", 66), ("next", 33)], [("web", 2), ("next", 1)], .equal),
    weights("in another order", [("web", 9), ("next", 1)], [("next", 1), ("web", 9)], .equal),
    weights(
      "of one Service twice", [("web", 3), ("next", 5), ("web", 2)], [("web", 1), ("next", 1)],
      .equal),
    weights("without a share of nothing", [("web", 7), ("next", 0)], [("web", 1)], .equal),
    weights(
      "of one million", [("web", 999_999), ("next", 1)], [("web", 999_998), ("next", 2)],
      .differs("/")),
    weights(
      "off by one", [("web", 80), ("next", 20)], [("web", 79), ("next", 21)], .differs("/")),
    weights("swapped", [("web", 80), ("next", 20)], [("web", 20), ("next", 80)], .differs("/")),
    weights(
      "of another total", [("web", 99), ("next", 1)], [("web", 100), ("next", 1)], .differs("/")),
    weights("of nobody", [("web", 0)], [("web", 1)], .differs("/")),
    weights(
      "with one more", [("web", 1), ("next", 1)], [("web", 1), ("next", 1), ("x", 1)], .differs("/")
    ),
  ].flatMap { [$0, $0.reversed] }

  private static func weights(
    _ name: String, _ before: [(String, Int)], _ after: [(String, Int)],
    _ expectation: Expectation
  ) -> Pair {
    Pair("weights \(name)", [split(before)], [split(after)], expectation)
  }

  private static func split(_ shares: [(String, Int)]) -> Route {
    let pool = Pool(shares.map { Share(Sites.backend($0.0), weight: $0.1) })
    return Route(path: .prefix("/"), destination: .forward(Choice(otherwise: pool)))
  }
}
