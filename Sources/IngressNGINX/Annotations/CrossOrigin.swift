import Routing

/// Answers `OPTIONS` and puts CORS headers on answers (`cors`).
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

  struct Setting: FamilySetting {
    var isEnabled = false
    /// The entries as written; `*` alone lets every origin in.
    var origins = ["*"]
    var methods = CrossOrigin.defaultMethods
    var headers = CrossOrigin.defaultHeaders
    var exposedHeaders = ""
    var allowsCredentials = true
    var maxAge = 1_728_000
  }

  static let defaultMethods = "GET, PUT, POST, DELETE, PATCH, OPTIONS"
  static let defaultHeaders =
    "DNT,Keep-Alive,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,"
    + "Range,Authorization"

  static let heading: String? = "enable-cors"

  static func entry(of key: Key) -> AnnotationEntry {
    func entry(
      _ syntax: ValueSyntax, _ fallback: AnnotationEntry.Fallback, _ risk: AnnotationRisk,
      _ meaning: String, _ notes: [String] = [], failsOpen: Bool = false
    ) -> AnnotationEntry {
      AnnotationEntry(
        syntax: syntax, fallback: fallback, risk: risk, meaning: meaning, notes: notes,
        fate: .lost(.answer), failsOpen: failsOpen)
    }
    return switch key {
    case .enabled:
      entry(
        .flag, .fixed("false"), .low, "answers OPTIONS and puts CORS headers on answers",
        [
          "Every OPTIONS request of a fitting origin is answered 204, preflight or not, before "
            + "redirects, lists and authentication."
        ])
    case .origin:
      entry(
        origins, .fixed("*"), .medium, "allows these origins",
        [
          "Where the value cannot be used every origin is allowed.",
          "Entries without a scheme are left out; *. stands for one label.",
          "Origins are compared ignoring case, and only at their end.",
        ], failsOpen: true)
    case .methods:
      entry(
        .expression("([A-Za-z]+,?\\s?)+", "a list of methods"), .fixed(defaultMethods), .medium,
        "allows these methods", ["* is no method, and means the default list."])
    case .headers:
      entry(
        .characters(.headers), .fixed(defaultHeaders), .medium, "allows these request headers",
        ["* is no header, and means the default list."])
    case .exposedHeaders:
      entry(
        .expression("(([A-Za-z0-9\\-_]+|\\*),?\\s?)+", "a list of headers"), .none, .medium,
        "lets scripts see these response headers")
    case .credentials:
      entry(.flag, .fixed("true"), .low, "lets scripts send credentials")
    case .maxAge:
      entry(.integer, .fixed("1728000"), .low, "lets browsers keep a preflight for these seconds")
    }
  }

  /// `corsOriginRegexValidator`: each entry is `*`, `null` or of basic characters and stars.
  private static let origins = ValueSyntax("a list of origins") { text in
    addressEntries(text.filter { $0 != " " }).allSatisfy { entry in
      CharacterClass.basic.admits(entry.filter { $0 != "*" })
    } && !text.contains(where: \.isNewline)
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    var setting = Setting()
    let isEnabled = try annotations.flag(.enabled)
    if isEnabled == nil { annotations.ignoreAll(but: .enabled) }
    guard isEnabled == true else { return setting }
    setting.isEnabled = true
    setting.origins = entries(try annotations.text(.origin))
    setting.allowsCredentials = try annotations.flag(.credentials) ?? true
    setting.maxAge = try annotations.integer(.maxAge) ?? 1_728_000
    setting.methods = try annotations.text(.methods) ?? defaultMethods
    setting.headers = try annotations.text(.headers) ?? defaultHeaders
    setting.exposedHeaders = try annotations.text(.exposedHeaders) ?? ""
    return setting
  }

  private static func entries(_ text: String?) -> [String] {
    let entries = addressEntries(text ?? "*")
    return entries.contains("*") || entries.isEmpty ? ["*"] : entries
  }
}

extension IngressSettings {
  var cors: CrossOrigin.Setting { self[CrossOrigin.self] }
}
