/// One step of the way from an object's top to a field.
enum FieldStep: Hashable, Sendable {
  case key(String)
  case index(Int)
}

extension [FieldStep] {
  /// The way as API server messages write it, for example `spec.rules[0].host`.
  var text: String {
    var text = ""
    for step in self {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key) where key.contains { $0 == "." || $0 == "/" }: text += "[\(key)]"
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      }
    }
    return text
  }
}

/// The positions of the fields of one mapping that somebody asked for.
struct SeenFields: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: Set<Int> = []

  mutating func insert(_ index: Int) {
    if index < UInt64.bitWidth { low |= 1 << UInt64(index) } else { high.insert(index) }
  }

  func contains(_ index: Int) -> Bool {
    index < UInt64.bitWidth ? low & (1 << UInt64(index)) != 0 : high.contains(index)
  }
}
