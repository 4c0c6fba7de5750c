/// What stands behind the literal beginning of a path that means "this and everything below it".
struct PathTail {
  /// The expression, without a final `$`.
  var text: String
  /// The group that holds the rest of the path; nil where none does.
  var rest: Int?
  /// Whether the rest begins with the `/` behind the beginning.
  var restHasSlash = false
  /// Whether the beginning alone does not match.
  var needsMore = false

  /// The well-known spellings, longer ones before those that end them.
  static let all: [PathTail] =
    [
      PathTail(text: "(/|$)(.*)", rest: 2), PathTail(text: "($|/)(.*)", rest: 2),
      PathTail(text: "(/|$)(.+)", rest: 2, needsMore: true),
      PathTail(text: "(?:/|$)(.*)", rest: 1), PathTail(text: "(?:$|/)(.*)", rest: 1),
      PathTail(text: "(?:/(.*))?", rest: 1), PathTail(text: "(/(.*))?", rest: 2),
      PathTail(text: "(/?)(.*)", rest: 2), PathTail(text: "(/)?(.*)", rest: 2),
      PathTail(text: "(/.*)?", rest: 1, restHasSlash: true),
      PathTail(text: "(/.*|$)", rest: 1, restHasSlash: true),
      PathTail(text: "($|/.*)", rest: 1, restHasSlash: true),
      PathTail(text: "(|/.*)", rest: 1, restHasSlash: true),
      PathTail(text: "(?:/.*)?"), PathTail(text: "(/|$).*"), PathTail(text: "(?:/|$).*"),
      PathTail(text: "/()(.*)", rest: 2, needsMore: true),
      PathTail(text: "(/.*)", rest: 1, restHasSlash: true, needsMore: true),
      PathTail(text: "(/.+)", rest: 1, restHasSlash: true, needsMore: true),
      PathTail(text: "/?(.*)", rest: 1), PathTail(text: "/*(.*)", rest: 1),
      PathTail(text: "/(.*)", rest: 1, needsMore: true),
      PathTail(text: "/(.+)", rest: 1, needsMore: true),
      PathTail(text: "/?.*"), PathTail(text: "/.*", needsMore: true),
      PathTail(text: "/.+", needsMore: true),
      PathTail(text: "(/|$)"), PathTail(text: "(?:/|$)"),
    ]

  /// A rest right behind the beginning: what a target of `$1` or `/$1` makes of it tells that whole
  /// elements are meant.
  static let glued = PathTail(text: "(.*)", rest: 1, restHasSlash: true)
}

/// The literal beginning of an expression, and the tail behind it.
struct TailedPath {
  var beginning: String
  var tail: PathTail

  /// Takes an expression apart; nil where it has no known form.
  ///
  /// Where it is glued, the rest may follow without a `/`.
  init?(_ expression: String, isGlued: Bool) {
    var text = expression[...]
    if text.hasPrefix("^") { text.removeFirst() }
    if text.hasSuffix(")$") || text.hasSuffix("*$") { text.removeLast() }
    if text.hasSuffix("(.*)?") { text.removeLast() }
    let tails = PathTail.all + (isGlued ? [.glued] : [])
    for tail in tails where text.hasSuffix(tail.text) {
      guard let beginning = literal(text.dropLast(tail.text.count)) else { continue }
      guard beginning.isEmpty || beginning.hasPrefix("/"), !beginning.hasSuffix("/") else {
        continue
      }
      let endsElement = beginning.last.map { $0.isLetter || $0.isNumber } ?? false
      guard tail.text != PathTail.glued.text || endsElement else { continue }
      self.beginning = beginning
      self.tail = tail
      return
    }
    return nil
  }
}

/// The text that an expression without operators fits; nil where it has some.
///
/// A bare `.` stands for itself, as people mean it.
func literal(_ expression: Substring) -> String? {
  var text = ""
  var rest = expression
  while let character = rest.popFirst() {
    if character == "\\" {
      guard let escaped = rest.popFirst(), escaped.isASCII,
        escaped.isPunctuation || escaped.isSymbol
      else { return nil }
      text.append(escaped)
    } else if "^$|?*+()[]{}".contains(character) {
      return nil
    } else {
      text.append(character)
    }
  }
  return text
}
