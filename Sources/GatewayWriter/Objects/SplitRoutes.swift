import GatewayAPI

/// The rules in parts that one HTTPRoute can hold: at most 16 rules and 128 matches, no group cut.
func split(_ groups: [RuleGroup]) -> [[RuleGroup]] {
  var parts: [[RuleGroup]] = []
  var rules = 0
  var matches = 0
  for group in groups {
    let moreRules = group.rules.count
    let moreMatches = group.rules.reduce(0) { $0 + max(1, $1.matches.count) }
    if parts.isEmpty || rules + moreRules > 16 || matches + moreMatches > 128 {
      parts.append([])
      rules = 0
      matches = 0
    }
    parts[parts.count - 1].append(group)
    rules += moreRules
    matches += moreMatches
  }
  return parts
}
