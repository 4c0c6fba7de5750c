import Routing

/// Fixes the Connection header towards the backend (`connection`).
enum ConnectionHeader: AnnotationFamily {
  enum Key: String, CaseIterable {
    case value = "connection-proxy-header"
  }

  struct Setting: FamilySetting {
    /// Empty where there is none.
    var value = ""
  }

  static let heading: String? = "connection-proxy-header"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: values, failure: .dropped,
      meaning: "sends this Connection header to the backend",
      notes: ["Without it the header lets upgrades through; with it websockets do not work."],
      fate: .lost(.answer))
  }

  /// `validConnectionHeaderValue`; blanks are not looked at.
  private static let values = ValueSyntax("close or keep-alive") { text in
    ["close", "keep-alive"].contains(text.filter { $0 != " " })
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(value: try annotations.text(.value) ?? "")
  }
}

extension IngressSettings {
  var connectionHeader: ConnectionHeader.Setting { self[ConnectionHeader.self] }
}
