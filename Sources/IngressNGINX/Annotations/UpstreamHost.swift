import Routing

/// Sends another Host header to the backend (`upstreamvhost`).
enum UpstreamHost: AnnotationFamily {
  enum Key: String, CaseIterable {
    case name = "upstream-vhost"
  }

  struct Setting: FamilySetting {
    /// Empty where there is none.
    var name = ""
  }

  static let heading: String? = "custom-nginx-upstream-vhost"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .serverName, failure: .dropped,
      meaning: "sends this Host header to the backend",
      notes: [
        "Variables such as $service_name.$namespace.svc are filled in.",
        "X-Forwarded-Host stays the client's host; TLS to the backend does not use the name.",
      ], fate: .lost(.traffic))
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    // A line break behind the name, as after YAML's `|`, does not reach the backend.
    Setting(name: trimmed((try annotations.text(.name) ?? "")[...]))
  }
}

extension IngressSettings {
  var upstreamHost: UpstreamHost.Setting { self[UpstreamHost.self] }
}
