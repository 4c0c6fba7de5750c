import Automata
import Routing

/// One way to look at a header's value.
enum HeaderLook: Hashable {
  case value(ValueMatch)
  case text(TextMatch)
  case cookie(name: String, value: String)
  /// The origins of CORS: a pattern, ignoring case for nginx, over the whole value for Envoy.
  case origin(String)
}

extension TextMatch {
  /// A text that is compared with, where there is one.
  var words: [String] {
    switch self {
    case .present, .whole: []
    case .exact(let text, _), .beginning(let text, _), .ending(let text, _): [text]
    }
  }

  /// The same as a regular expression; nil where that cannot be made.
  var expression: Expression? {
    switch self {
    case .present: .sequence([.byte(ByteSet().inverted), .anything])
    case .exact(let text, let ignoringCase): .literal(text, ignoringCase)
    case .beginning(let text, let ignoringCase):
      .sequence([.literal(text, ignoringCase), .anything])
    case .ending(let text, let ignoringCase): .sequence([.anything, .literal(text, ignoringCase)])
    case .whole(let text): try? ExpressionParser.parse(text, isCaseless: false)
    }
  }
}
