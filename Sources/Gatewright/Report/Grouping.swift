import Evidence

/// Gathers findings that say the same.
struct Grouping {
  /// What makes two findings say the same.
  private struct Saying: Hashable {
    var code: String
    var severity: Severity
    var before: String
    var after: String
    var remedy: String
  }

  /// The groups, worst first, then by code and text; occurrences sorted, each once.
  let groups: [FindingGroup]

  init(_ findings: [Finding]) {
    var positions: [Saying: Int] = [:]
    var groups: [FindingGroup] = []
    for finding in findings {
      let position = positions[Self.saying(of: finding), default: groups.count]
      if position == groups.count {
        positions[Self.saying(of: finding)] = position
        groups.append(Self.group(for: finding))
      }
      groups[position].occurrences.append(Self.occurrence(of: finding))
    }
    for position in groups.indices {
      groups[position].occurrences = Self.sortedOnce(groups[position].occurrences)
    }
    self.groups = groups.sorted(by: Self.precedes)
  }

  private static func saying(of finding: Finding) -> Saying {
    Saying(
      code: finding.rule.code, severity: finding.severity, before: finding.before,
      after: finding.after, remedy: finding.remedy)
  }

  private static func group(for finding: Finding) -> FindingGroup {
    FindingGroup(
      finding.rule, severity: finding.severity, before: finding.before,
      after: finding.after, remedy: finding.remedy, occurrences: [])
  }

  private static func occurrence(of finding: Finding) -> FindingGroup.Occurrence {
    FindingGroup.Occurrence(
      subject: finding.subject, place: finding.place, field: finding.field,
      message: finding.message)
  }

  private static func sortedOnce(
    _ occurrences: [FindingGroup.Occurrence]
  ) -> [FindingGroup.Occurrence] {
    var once: [FindingGroup.Occurrence] = []
    once.reserveCapacity(occurrences.count)
    for occurrence in occurrences.sorted() where occurrence != once.last {
      once.append(occurrence)
    }
    return once
  }

  private static func precedes(_ left: FindingGroup, _ right: FindingGroup) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    return (left.rule.code, left.before, left.after, left.remedy)
      < (right.rule.code, right.before, right.after, right.remedy)
  }
}
