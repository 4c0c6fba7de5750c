/// Lets another Service show the pages of error statuses.
enum CustomErrors: AnnotationFamily {
  enum Key: String, CaseIterable {
    case statuses = "custom-http-errors"
    case disableInterception = "disable-proxy-intercept-errors"
  }

  struct Setting: Sendable {
    /// Empty where the annotation is not written.
    var statuses: [Int] = []
    var leavesBackendErrors = false
  }

  static func read(
    _ annotations: Annotations<Key>, doubts: inout [Doubt]
  ) throws(Refusal) -> Setting {
    let leaves = lenientFlag(annotations, .disableInterception, default: "false", &doubts)
    guard let text = annotations.text(.statuses) else {
      return Setting(leavesBackendErrors: leaves ?? false)
    }
    guard let statuses = errorStatuses(text) else {
      throw .dropped(
        key: Key.statuses.rawValue, reason: "its value is not a list of statuses from 400 to 599")
    }
    return Setting(statuses: statuses, leavesBackendErrors: leaves ?? false)
  }
}

/// A comma list of statuses from 400 to 599; nil where one is none.
func errorStatuses(_ text: String) -> [Int]? {
  let parts = text.split(separator: ",").map { trimmed($0) }
  let statuses = parts.compactMap(Int.init).filter { (400...599).contains($0) }
  return statuses.count == parts.count ? statuses : nil
}
