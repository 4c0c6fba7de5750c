import Routing

/// How long nginx waits for a backend (`proxy`).
enum Timeouts: AnnotationFamily {
  enum Key: String, CaseIterable {
    case connect = "proxy-connect-timeout"
    case send = "proxy-send-timeout"
    case read = "proxy-read-timeout"
  }

  /// What is written, in seconds; nil leaves it to the ConfigMap.
  struct Setting: FamilySetting {
    var connect: Int?
    var send: Int?
    var read: Int?
  }

  static let heading: String? = "custom-timeouts"

  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .connect:
      AnnotationEntry(
        syntax: .integer, fallback: .configMap("proxy-connect-timeout"),
        meaning: "waits these seconds for a connection to the backend",
        notes: ["Seconds without a unit: 5s is ignored."], fate: .carriedOver)
    case .send:
      AnnotationEntry(
        syntax: .integer, fallback: .configMap("proxy-send-timeout"),
        meaning: "waits these seconds between two writes to the backend",
        notes: ["It limits the gap, not the whole request."], fate: .lost(.tuning))
    case .read:
      AnnotationEntry(
        syntax: .integer, fallback: .configMap("proxy-read-timeout"),
        meaning: "waits these seconds between two reads from the backend",
        notes: [
          "It limits the gap, not the whole response; idle websockets and streams end, too.",
          "0 makes every request end with 504.",
        ], fate: .lost(.tuning))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(
      connect: try annotations.integer(.connect), send: try annotations.integer(.send),
      read: try annotations.integer(.read))
  }
}

extension IngressSettings {
  var timeouts: Timeouts.Setting { self[Timeouts.self] }
}
