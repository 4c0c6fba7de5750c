/// What libyaml stumbled over, in the words of a person who writes manifests.
struct Fault: Hashable {
  var message: String
  var remedy: String
  /// Whether the place to correct is where the construct starts, not where reading stopped.
  var isAtContext = false

  init(_ message: String, _ remedy: String, isAtContext: Bool = false) {
    self.message = message
    self.remedy = remedy
    self.isAtContext = isAtContext
  }

  /// Translates libyaml's problem (scanner.c and parser.c of libyaml 0.2.5).
  init(_ problem: String, context: String, found: Unicode.Scalar?) {
    self =
      Fault.structure(problem) ?? Fault.token(problem, context, found) ?? Fault.escape(problem)
      ?? Fault.head(problem)
      ?? Fault("The text is not YAML.", "Correct the line, or quote the value.")
  }
}

extension Fault {
  /// Faults in how lines and brackets fit together.
  private static func structure(_ problem: String) -> Fault? {
    switch problem {
    case "mapping values are not allowed in this context":
      Fault(
        "A second `: ` stands on the line, or the line is indented wrongly.",
        "Quote a value that contains `: `, or correct the indentation.")
    case "could not find expected ':'":
      Fault(
        "A key has no `:` after it.", "Add the colon and a space, or correct the indentation.",
        isAtContext: true)
    case "did not find expected key":
      Fault(
        "The line does not fit the mapping around it.",
        "Indent it like the keys beside it, and check the quotes before it.")
    case "did not find expected '-' indicator":
      Fault(
        "The line does not fit the list around it.",
        "Start it with `- `, or indent it like the lines it belongs to.")
    case "block sequence entries are not allowed in this context":
      Fault(
        "A list item stands where none can start.",
        "Put the `- ` on a line of its own, indented like the other items.")
    case "mapping keys are not allowed in this context":
      Fault(
        "A key marked with `? ` stands where none can start.",
        "Put it on a line of its own, or quote the value.")
    case "did not find expected ',' or '}'":
      Fault(
        "A mapping in braces is not continued or closed correctly.",
        "Add the missing `,` or `}`, or quote the value.")
    case "did not find expected ',' or ']'":
      Fault(
        "A list in brackets is not continued or closed correctly.",
        "Add the missing `,` or `]`, or quote the value.")
    case "did not find expected node content":
      Fault("A value is missing or cannot start here.", "Write a value, or quote it.")
    case "did not find expected <document start>":
      Fault(
        "The document has ended, but more text follows.",
        "Put `---` on a line of its own before the next document, or correct the indentation.")
    default: nil
    }
  }

  /// Faults at one character or in one quoted or literal text.
  private static func token(
    _ problem: String, _ context: String, _ found: Unicode.Scalar?
  ) -> Fault? {
    switch problem {
    case "found character that cannot start any token": badStart(found)
    case "found unexpected end of stream":
      Fault("A quoted text never ends.", "Add the closing quote.", isAtContext: true)
    case "found unexpected document indicator":
      Fault(
        "A quoted text is cut off by a line that starts with `---` or `...`.",
        "Add the closing quote, or indent that line.", isAtContext: true)
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      Fault("A tab stands in the indentation.", "Replace the tab by spaces.")
    case "found an indentation indicator equal to 0":
      Fault("A block text has the indentation 0.", "Write a digit from 1 to 9 after `|` or `>`.")
    case "did not find expected comment or line break":
      context == "while scanning a block scalar"
        ? Fault(
          "Text follows `|` or `>` on the same line.",
          "Start the text on the next line, or quote the value.")
        : Fault("Text follows a directive on the same line.", "Remove the text.")
    case "did not find expected alphabetic or numeric character":
      Fault(
        "The name of an anchor or alias has a character that it cannot have.",
        "Use letters and digits after `&` and `*`, or quote the value.")
    default: nil
    }
  }

  private static func badStart(_ found: Unicode.Scalar?) -> Fault {
    switch found {
    case "\t": Fault("A tab stands in the indentation.", "Replace the tab by spaces.")
    case "`": Fault("A value cannot start with a backtick.", "Put the value between quotes.")
    case .some(let found):
      Fault("A value cannot start with `\(found)`.", "Put the value between quotes.")
    case nil: Fault("A value starts with a character that it cannot.", "Quote the value.")
    }
  }
}
