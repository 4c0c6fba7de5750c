import Routing

/// Combines address lists and authentication (`satisfy`).
enum Satisfy: AnnotationFamily {
  enum Key: String, CaseIterable {
    case mode = "satisfy"
  }

  struct Setting: FamilySetting, Hashable {
    /// Passing one of address lists, password and authentication service is enough.
    var isAny = false
  }

  static let heading: String? = "satisfy"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .choice(["any", "all"]), fallback: .fixed("all"),
      meaning: "lets in who passes one of address lists, password and authentication service (any)",
      notes: ["By default all of them have to be passed."],
      fate: .lost(.protection, unless: "all"))
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(isAny: try annotations.choice(.mode) == "any")
  }
}

extension IngressSettings {
  var satisfy: Satisfy.Setting { self[Satisfy.self] }
}
