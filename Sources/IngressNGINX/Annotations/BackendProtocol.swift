import Routing

/// Chooses how nginx speaks to the backend (`backendprotocol`).
enum BackendProtocol: AnnotationFamily {
  enum Key: String, CaseIterable {
    case name = "backend-protocol"
  }

  struct Setting: FamilySetting {
    /// As written: the template compares with capitals, so `grpc` is not quite `GRPC`.
    var text = "HTTP"
  }

  static let heading: String? = "backend-protocol"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .choice(
        ["HTTP", "HTTPS", "AUTO_HTTP", "GRPC", "GRPCS", "FCGI"], ignoringCase: true),
      fallback: .fixed("HTTP"), meaning: "speaks this protocol to the backend",
      notes: [
        "HTTPS and GRPCS verify no certificate and send no server name without proxy-ssl-secret.",
        "AUTO_HTTP speaks https to the backend where the client does.",
        "grpc in small letters sends the authority upstream_balancer and loses headers and "
          + "timeouts; fcgi loses its parameters.",
        "appProtocol of the Service is not looked at.",
      ], fate: .lost(.traffic, unless: "HTTP"))
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(text: try annotations.choice(.name) ?? "HTTP")
  }
}

extension IngressSettings {
  var backendProtocol: BackendProtocol.Setting { self[BackendProtocol.self] }
}
