import Routing

/// How much of requests and responses nginx keeps before it passes them on (`proxy`).
enum Buffering: AnnotationFamily {
  enum Key: String, CaseIterable {
    case responses = "proxy-buffering"
    case requests = "proxy-request-buffering"
    case bufferCount = "proxy-buffers-number"
    case bufferSize = "proxy-buffer-size"
    case busySize = "proxy-busy-buffers-size"
    case fileSize = "proxy-max-temp-file-size"
  }

  /// What is written; nil leaves it to the ConfigMap.
  struct Setting: FamilySetting {
    var buffersResponses: Bool?
    var buffersRequests: Bool?
    var bufferCount: Int?
    /// As written, as are the other sizes.
    var bufferSize: String?
    var busySize: String?
    var fileSize: String?
  }

  static let heading: String? = "proxy-buffering"

  static func entry(of key: Key) -> AnnotationEntry {
    let onOrOff = ValueSyntax.choice(["on", "off"])
    let unwritable = "The units b and g, or a blank inside, make nginx refuse the configuration."
    func entry(
      _ syntax: ValueSyntax, _ fallback: AnnotationEntry.Fallback, _ meaning: String,
      _ notes: [String] = []
    ) -> AnnotationEntry {
      AnnotationEntry(
        syntax: syntax, fallback: fallback, meaning: meaning, notes: notes, fate: .lost(.invisible))
    }
    return switch key {
    case .responses:
      entry(
        onOrOff, .configMap("proxy-buffering"),
        "reads responses ahead of slow clients where it is on",
        ["true and false are no values of it."])
    case .requests:
      AnnotationEntry(
        syntax: onOrOff, fallback: .configMap("proxy-request-buffering"),
        meaning: "reads the whole request before the backend sees it where it is on",
        notes: [
          "It is on where nothing is written.",
          "Where it is off, a request of which a part is sent is not tried again.",
        ], fate: .lost(.tuning, unless: "off"))
    case .bufferCount:
      entry(
        .integer, .configMap("proxy-buffers-number"),
        "reads each response with so many buffers of proxy-buffer-size")
    case .bufferSize:
      entry(
        .size, .configMap("proxy-buffer-size"), "reads responses with buffers of this size",
        ["The header of a response has to fit in one, or the answer is 502.", unwritable])
    case .busySize:
      entry(
        .size, .none, "lets buffers of this size together be busy sending to the client",
        [unwritable])
    case .fileSize:
      entry(
        .size, .configMap("proxy-max-temp-file-size"),
        "keeps so much of a buffered response on disk", ["It counts only with proxy-buffering on."])
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(
      buffersResponses: try annotations.choice(.responses).map(isOn),
      buffersRequests: try annotations.choice(.requests).map(isOn),
      bufferCount: try annotations.integer(.bufferCount),
      bufferSize: try annotations.text(.bufferSize), busySize: try annotations.text(.busySize),
      fileSize: try annotations.text(.fileSize))
  }

  /// A line break behind the word passes, and nginx does not mind it.
  private static func isOn(_ text: String) -> Bool { trimmed(text[...]) == "on" }
}

extension IngressSettings {
  var buffering: Buffering.Setting { self[Buffering.self] }
}
