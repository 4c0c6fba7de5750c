import Patterns
import Routing

extension RouteSpeaker {
  /// A rewrite that no URLRewrite says: with an EnvoyFilter where that is allowed, else lost.
  ///
  /// - Parameters:
  ///   - pattern: the expression of the path.
  ///   - target: the new path with `$1` and so on.
  ///   - reason: why no URLRewrite says it, one sentence.
  mutating func patchRewrite(_ pattern: String, _ target: String, because reason: String) {
    switch Substituting(pattern: pattern, target: target).result {
    case .refused(let more):
      lose(.rewrite, because: context.options.allowsEnvoyFilter ? more : reason)
    case .said where !context.options.allowsEnvoyFilter: lose(.rewrite, because: reason)
    case .said(let expression, let replacement):
      said(.rewrite)
      speech.patches.append(.rewrite(pattern: expression, replacement: replacement))
    }
  }
}

/// nginx's `rewrite "(?i)pattern" target break` as Envoy's `regex_rewrite`.
///
/// nginx looks for the pattern anywhere and replaces the whole path; Envoy replaces what an
/// expression fits. So the expression takes in the whole path around the first place.
struct Substituting {
  enum Result: Equatable {
    case said(expression: String, replacement: String)
    /// Why Envoy cannot say it, one sentence.
    case refused(String)
  }

  let pattern: String
  let target: String

  var result: Result {
    let expression = "(?is)^.*?(?:\(pattern)).*$"
    if let problem = rejection(of: expression) { return .refused("\(pattern): \(problem).") }
    guard target.hasPrefix("/") else { return .refused("The target does not begin with /.") }
    guard !target.contains("?") else { return .refused("The target changes the query.") }
    guard let replacement else { return .refused("The target holds a variable of nginx.") }
    return .said(expression: expression, replacement: replacement)
  }

  /// `$1` as `\1`, with doubled backslashes; nil where something else stands behind a `$`.
  private var replacement: String? {
    let groups = groupCount
    var replacement = ""
    var rest = target[...]
    while let character = rest.popFirst() {
      if character == "\\" { replacement += "\\\\" }
      guard character == "$" else {
        if character != "\\" { replacement.append(character) }
        continue
      }
      guard let number = Self.group(&rest) else { return nil }
      // A group that does not exist is empty for nginx, and refused by Envoy.
      if number <= groups { replacement += "\\\(number)" }
    }
    return replacement
  }

  /// The digit behind a `$`, also in braces.
  private static func group(_ rest: inout Substring) -> Int? {
    let isBraced = rest.first == "{"
    let body = isBraced ? rest.dropFirst() : rest
    guard let digit = body.first, digit.isASCII, let number = digit.wholeNumberValue, number > 0
    else { return nil }
    if isBraced, body.dropFirst().first != "}" { return nil }
    rest = body.dropFirst(isBraced ? 2 : 1)
    return number
  }

  /// How many groups the pattern has: all of them are told of a match, whether they took part or not.
  private var groupCount: Int {
    let match = (try? Pattern("(?:\(pattern))|"))?.firstMatch(in: "")
    return (match?.groups.count ?? 1) - 1
  }
}
