import Routing

/// Lets another Service show the pages of error statuses (`customhttperrors`,
/// `disableproxyintercepterrors`).
enum CustomErrors: AnnotationFamily {
  enum Key: String, CaseIterable {
    case statuses = "custom-http-errors"
    case disableInterception = "disable-proxy-intercept-errors"
  }

  struct Setting: FamilySetting {
    /// Empty where the annotation is not written.
    var statuses: [Int] = []
    var leavesBackendErrors = false
  }

  static let heading: String? = "custom-http-errors"

  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .statuses:
      AnnotationEntry(
        syntax: .expression(
          "(?:[4,5][0-9]{2},?)*", "a list of statuses from 400 to 599", ignoringBlanks: true),
        fallback: .configMap("custom-http-errors"), failure: .dropped,
        meaning: "lets the default backend show these statuses, of backends and its own",
        notes: [
          "The list replaces the ConfigMap's for these paths.",
          "Without a default backend of one's own each of these statuses becomes 404.",
        ], fate: .lost(.answer))
    case .disableInterception:
      AnnotationEntry(
        syntax: .flag, fallback: .fixed("false"),
        meaning: "lets the error statuses of backends through, and shows pages for its own only",
        notes: [
          "It counts only beside custom-http-errors, and only while the ConfigMap has no list."
        ], fate: .lost(.answer, unless: "false"))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    let leaves = try annotations.flag(.disableInterception) ?? false
    guard let text = try annotations.text(.statuses) else {
      return Setting(leavesBackendErrors: leaves)
    }
    guard let statuses = errorStatuses(text) else {
      throw .groupLost(key: Key.statuses.rawValue, reason: "statuses with commas and no blanks")
    }
    return Setting(statuses: statuses, leavesBackendErrors: leaves)
  }
}

extension IngressSettings {
  var customErrors: CustomErrors.Setting { self[CustomErrors.self] }
}

/// The numbers of a comma list; nil where one is none, be it for a blank or a comma too many, which
/// the validator passes.
private func errorStatuses(_ text: String) -> [Int]? {
  let parts = text.split(separator: ",", omittingEmptySubsequences: false)
  let statuses = parts.compactMap { decimal(String($0)) }
  return statuses.count == parts.count ? statuses : nil
}
