import Evidence
import Gatewright

extension FindingGroup {
  /// Whether it says that some input could not be read.
  var isUnreadable: Bool { rule.effect == .unreadable && severity == .error }

  /// One line for each occurrence, as compilers print errors.
  var lines: [String] {
    occurrences.map { occurrence in
      let words = occurrence.message.isEmpty ? rule.title : occurrence.message
      return [occurrence.place?.description, words].compactMap { $0 }.joined(separator: ": ")
    }
  }
}
