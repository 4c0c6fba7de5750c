import Kubernetes
import Routing

/// Sets headers of the answer from a ConfigMap (`customheaders`).
enum CustomHeaders: AnnotationFamily {
  enum Key: String, CaseIterable {
    case configMap = "custom-headers"
  }

  struct Setting: FamilySetting, Hashable {
    /// By name.
    var headers: [Header] = []
  }

  static let heading: String? = "custom-headers"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .characters(.basic, ignoringBlanks: true), risk: .medium,
      meaning: "sets the headers of this ConfigMap on every answer",
      notes: [
        "The name has to be namespace/name; the namespace may be any.",
        "Every header has to be in the ConfigMap's global-allowed-response-headers, which is empty "
          + "by default; otherwise every path answers 503.",
        "They replace the backend's headers of the same name; a $ is an ordinary character.",
      ], fate: .lost(.answer))
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    guard let text = try annotations.text(.configMap) else { return Setting() }
    let surroundings = annotations.surroundings
    guard let map = qualifiedName(text).flatMap({ surroundings.configMaps[$0] }) else {
      throw denied("the ConfigMap \(text) does not exist")
    }
    let headers = map.headers
    for header in headers { try check(header, surroundings) }
    return Setting(headers: headers)
  }

  private static func check(
    _ header: Header, _ surroundings: AnnotationSurroundings
  ) throws(Refusal) {
    guard isHeaderName(header.name) else { throw denied("\(header.name) is no name of a header") }
    guard isHeaderValue(header.value) else { throw denied("\(header.name) has no usable value") }
    guard surroundings.allowedResponseHeaders.contains(header.name) else {
      throw denied("\(header.name) is not in global-allowed-response-headers")
    }
  }

  private static func denied(_ reason: String) -> Refusal {
    .denied(key: Key.configMap.rawValue, reason: reason)
  }
}

extension IngressSettings {
  var customHeaders: CustomHeaders.Setting { self[CustomHeaders.self] }
}
