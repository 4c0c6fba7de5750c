/// Answers `OPTIONS` and puts CORS headers on answers.
enum CrossOrigin: AnnotationFamily {
  enum Key: String, CaseIterable {
    case enabled = "enable-cors"
    case origin = "cors-allow-origin"
    case methods = "cors-allow-methods"
    case headers = "cors-allow-headers"
    case exposedHeaders = "cors-expose-headers"
    case credentials = "cors-allow-credentials"
    case maxAge = "cors-max-age"
  }

  struct Setting: Sendable {
    var isEnabled = false
    /// The entries as written; `*` alone lets every origin in.
    var origins = ["*"]
    var methods = "GET, PUT, POST, DELETE, PATCH, OPTIONS"
    var headers =
      "DNT,Keep-Alive,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,"
      + "Range,Authorization"
    var exposedHeaders = ""
    var allowsCredentials = true
    var maxAge = 1_728_000
  }

  static func read(
    _ annotations: Annotations<Key>, doubts: inout [Doubt]
  ) throws(Refusal) -> Setting {
    var setting = Setting()
    setting.isEnabled = lenientFlag(annotations, .enabled, default: "false", &doubts) ?? false
    guard setting.isEnabled else { return setting }
    setting.origins = origins(annotations, &doubts)
    setting.allowsCredentials =
      lenientFlag(annotations, .credentials, default: "true", &doubts) ?? true
    setting.maxAge = lenientInteger(annotations, .maxAge, default: "1728000", &doubts) ?? 1_728_000
    let isName = { (text: String) in text.utf8.allSatisfy(isHeaderListByte) }
    setting.methods = list(annotations, .methods, setting.methods, &doubts) { text in
      text.allSatisfy { ($0.isASCII && $0.isLetter) || $0 == "," || $0 == " " }
    }
    setting.headers = list(annotations, .headers, setting.headers, &doubts, isName)
    setting.exposedHeaders = list(annotations, .exposedHeaders, "", &doubts) {
      $0 == "*" || isName($0)
    }
    return setting
  }

  private static func origins(
    _ annotations: Annotations<Key>, _ doubts: inout [Doubt]
  ) -> [String] {
    let text = list(annotations, .origin, "*", &doubts) { text in
      text.split(separator: ",").map { trimmed($0) }.allSatisfy { entry in
        entry.isEmpty || entry == "null" || entry == "*" || CharacterClass.basicWithStar(entry)
      }
    }
    let entries = text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    return entries.contains("*") || entries.isEmpty ? ["*"] : entries
  }

  private static func list(
    _ annotations: Annotations<Key>, _ key: Key, _ fallback: String, _ doubts: inout [Doubt],
    _ isGood: (String) -> Bool
  ) -> String {
    guard let text = annotations.text(key) else { return fallback }
    guard isGood(text) else {
      doubts.append(
        Doubt(
          key: key.rawValue, expected: "a list without other characters",
          consequence: "uses \(fallback.isEmpty ? "none" : fallback)"))
      return fallback
    }
    return text
  }

  private static func isHeaderListByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ","), UInt8(ascii: " "):
      true
    default: false
    }
  }
}

extension CharacterClass {
  /// Basic characters and `*`, as origins have them.
  static func basicWithStar(_ text: String) -> Bool {
    CharacterClass.basic.admits(text.filter { $0 != "*" })
  }
}
