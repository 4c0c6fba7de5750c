/// Writes a tree as block collections.
struct Printer {
  var bytes: [UInt8] = []

  /// Writes a whole document.
  mutating func printDocument(_ node: Node) {
    printComments(node.comments, indent: 0)
    switch node.content {
    case .scalar(let scalar): printLine(scalar, indent: nil)
    case .sequence([]): print("[]\n")
    case .sequence(let items): printItems(items, indent: 0, isInline: false)
    case .mapping([]): print("{}\n")
    case .mapping(let entries): printEntries(entries, indent: 0, isInline: false)
    }
  }

  /// Writes a mapping; inline means that its first key continues the line of a dash.
  private mutating func printEntries(_ entries: [Entry], indent: Int, isInline: Bool) {
    var isAtDash = isInline
    for entry in entries {
      if !isAtDash {
        printComments(entry.value.comments, indent: indent)
        printSpaces(indent)
      }
      isAtDash = false
      printKey(entry.key, indent: indent)
      printValue(entry.value.content, indent: indent)
    }
  }

  /// Writes what follows a key and its colon.
  private mutating func printValue(_ content: Node.Content, indent: Int) {
    switch content {
    case .scalar(let scalar) where scalar.isBlank: print("\n")
    case .scalar(let scalar):
      print(" ")
      printLine(scalar, indent: indent)
    case .sequence([]): print(" []\n")
    case .sequence(let items):
      print("\n")
      printItems(items, indent: indent, isInline: false)
    case .mapping([]): print(" {}\n")
    case .mapping(let entries):
      print("\n")
      printEntries(entries, indent: indent + 2, isInline: false)
    }
  }

  /// Writes a list; inline means that its first dash continues the line of another.
  private mutating func printItems(_ items: [Node], indent: Int, isInline: Bool) {
    var isAtDash = isInline
    for item in items {
      if !isAtDash {
        printItemComments(item, indent: indent)
        printSpaces(indent)
      }
      isAtDash = false
      print("-")
      printItem(item.content, indent: indent)
    }
  }

  /// Writes what follows a dash.
  private mutating func printItem(_ content: Node.Content, indent: Int) {
    switch content {
    case .scalar(let scalar) where scalar.isBlank: print("\n")
    case .scalar(let scalar):
      print(" ")
      printLine(scalar, indent: indent)
    case .sequence([]): print(" []\n")
    case .sequence(let items):
      print(" ")
      printItems(items, indent: indent + 2, isInline: true)
    case .mapping([]): print(" {}\n")
    case .mapping(let entries):
      print(" ")
      printEntries(entries, indent: indent + 2, isInline: true)
    }
  }

  /// Writes the comments of an item, and of what shares its first line, above the dash.
  private mutating func printItemComments(_ item: Node, indent: Int) {
    printComments(item.comments, indent: indent)
    switch item.content {
    case .scalar: return
    case .sequence(let items): items.first.map { printItemComments($0, indent: indent) }
    case .mapping(let entries):
      entries.first.map { printComments($0.value.comments, indent: indent) }
    }
  }
}

extension Scalar {
  /// Whether it is a null that is not written at all.
  fileprivate var isBlank: Bool { kind == .null && text.isEmpty }
}
