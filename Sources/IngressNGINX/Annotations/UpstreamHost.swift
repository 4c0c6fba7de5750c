/// Sends another Host header to the backend.
enum UpstreamHost: AnnotationFamily {
  enum Key: String, CaseIterable {
    case name = "upstream-vhost"
  }

  struct Setting: Sendable {
    /// Empty where there is none.
    var name = ""
  }

  static func read(
    _ annotations: Annotations<Key>, doubts: inout [Doubt]
  ) throws(Refusal) -> Setting {
    let name = try strict(.name, CharacterClass.regex.expectation) { () throws(ValueFault) in
      try annotations.text(.name, .regex)
    }
    return Setting(name: name ?? "")
  }
}
