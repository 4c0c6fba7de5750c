/// A Service that takes over when the path's own Service has no endpoints, and shows error pages.
enum DefaultBackend: AnnotationFamily {
  enum Key: String, CaseIterable {
    case service = "default-backend"
  }

  struct Setting: Sendable {
    /// A Service of the Ingress's own namespace; empty where there is none.
    var service = ""
  }

  static func read(
    _ annotations: Annotations<Key>, doubts: inout [Doubt]
  ) throws(Refusal) -> Setting {
    guard let name = annotations.text(.service) else { return Setting() }
    guard isServiceName(name) else {
      throw .dropped(key: Key.service.rawValue, reason: "its value is not the name of a Service")
    }
    return Setting(service: name)
  }

  /// A DNS-1035 label.
  private static func isServiceName(_ name: String) -> Bool {
    guard (1...63).contains(name.utf8.count), let first = name.utf8.first,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), name.utf8.last != UInt8(ascii: "-")
    else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }
}
